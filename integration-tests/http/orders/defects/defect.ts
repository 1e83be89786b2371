import type { Store } from "./store"

/** What is done in a store, and what its stock must then be. */
export type Scenario = (store: Store) => Promise<void>

/** One thing that a store without Stockroom gets wrong, or within a wrong point gets right. */
export interface Defect {
  fact: string
  scenario: Scenario
  /** What a store without Stockroom shows where it fails; null where it does not. */
  onCore: string | RegExp | null
  /** Where the defect is a race, how often the other store may be lucky before it shows. */
  attempts: number
}

/** A point of the list of what goes wrong. */
export interface Point {
  name: string
  defects: Defect[]
}

export function point(name: string, ...defects: Defect[]): Point {
  return { name, defects }
}

/**
 * The scenario must pass with Stockroom, and the very same scenario must fail without it.
 *
 * @param onCore - the symptom: what the assertion that fails there has received
 */
export function defect(
  fact: string,
  scenario: Scenario,
  onCore: string | RegExp,
  { attempts = 1 } = {}
): Defect {
  return { fact, scenario, onCore, attempts }
}

/** What a store without Stockroom gets right within a point: the scenario must pass in both. */
export function kept(fact: string, scenario: Scenario): Defect {
  return { fact, scenario, onCore: null, attempts: 1 }
}
