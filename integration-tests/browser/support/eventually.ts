import { setTimeout as sleep } from "node:timers/promises"

/** Tries an assertion until it holds; what is saved from a page is there a moment later. */
export async function eventually(assertion: () => Promise<void>, patience = 10_000): Promise<void> {
  for (const end = Date.now() + patience; ; await sleep(100)) {
    try {
      return await assertion()
    } catch (error) {
      if (Date.now() > end) throw error
    }
  }
}
