import axe, { type AxeResults } from "axe-core"
import type { Locator } from "playwright-core"

import { type Theme, walk } from "./support/browser"
import { PAGES } from "./support/pages"

/**
 * axe-core over what Stockroom shows on each page. Medusa's dashboard around it (its menus, its own
 * cards, muted text on white) has findings of its own, so only Stockroom's cards and pages are looked at.
 */
const GRAVE = ["serious", "critical"]

for (const theme of ["light", "dark"] as Theme[]) {
  walk(
    `axe-core finds nothing serious on any page in the ${theme} theme`,
    async (page) => {
      const findings: Record<string, string[]> = {}
      for (const { name, path, parts } of PAGES) {
        await page.goto(await path())
        const found: string[] = []
        for (const part of await parts(page)) found.push(...(await graveFindings(part)))
        if (found.length) findings[name] = found
      }
      expect(findings).toEqual({})
    },
    { theme }
  )
}

/** In words: the rule, the first element that does not meet it of those that look alike, and why. */
async function graveFindings(part: Locator): Promise<string[]> {
  await part.page().evaluate(axe.source)
  const { violations } = await part.evaluate((element) =>
    (globalThis as unknown as { axe: { run(element: unknown): Promise<AxeResults> } }).axe.run(
      element
    )
  )
  const alike = new Map<string, string>()
  for (const { id, impact, nodes } of violations) {
    for (const { html, failureSummary } of GRAVE.includes(impact ?? "") ? nodes : []) {
      const key = `${id} ${failureSummary}`
      alike.set(key, alike.get(key) ?? `${id}: ${html}\n${failureSummary}`)
    }
  }
  return [...alike.values()]
}
