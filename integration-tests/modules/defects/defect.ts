import { onStand, type Setup, type Stand } from "../support"

type Scenario = (on: Stand) => Promise<void>

interface Options extends Setup {
  /** Where the defect is a race, how often core's module may be lucky before it shows. */
  attempts?: number
  /** What the assertion that fails on core's module has to say. */
  shows?: RegExp
}

/**
 * One thing that core's module gets wrong: the scenario must pass on Stockroom, and the very same
 * scenario must fail on core's module, by an assertion.
 */
export function defect(fact: string, scenario: Scenario, options: Options = {}): void {
  it(fact, async () => {
    await onStand("stockroom", options, scenario)
  })
  it(`${fact}: not with core's module`, async () => {
    await failsOnCore(scenario, options)
  })
}

/** What core's module gets right within a point that it otherwise gets wrong: both must pass. */
export function kept(fact: string, scenario: Scenario): void {
  for (const module of ["stockroom", "core"] as const) {
    it(`${fact} (${module})`, async () => {
      await onStand(module, {}, scenario)
    })
  }
}

/**
 * A defect that shows when many write at once: from one process and from several, on few connections
 * and on many.
 *
 * @param shows - what the failure on core's module has to say where there are many connections
 */
export function race(fact: string, scenario: Scenario, shows?: RegExp): void {
  for (const processes of [1, 2]) {
    for (const pool of [2, 50]) {
      defect(`${fact} (${PROCESSES[processes]}, a pool of ${pool})`, scenario, {
        ...{ processes, pool },
        attempts: 8,
        // Two at once are too few for more than lost updates.
        shows: pool > 2 ? shows : undefined,
      })
    }
  }
}

export const PROCESSES: Record<number, string> = { 1: "one process", 2: "two processes" }

async function failsOnCore(
  scenario: Scenario,
  { attempts = 1, shows = /(?:)/, ...setup }: Options
): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      await onStand("core", setup, scenario)
    } catch (error) {
      if (!isAssertion(error)) throw error
      if (shows.test(error.message)) return
    }
  }
  throw new Error(`Core's module did not show the defect in ${attempts} attempts: is it mended?`)
}

/** What Jest's `expect` throws. */
function isAssertion(error: unknown): error is Error {
  return error instanceof Error && "matcherResult" in error
}
