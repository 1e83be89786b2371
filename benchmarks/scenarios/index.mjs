import { checkouts } from "./checkouts.mjs"
import { levels } from "./levels.mjs"
import { reservations } from "./reservations.mjs"

/**
 * @typedef {object} Scenario
 * @property {string} title
 * @property {string[]} [contestants] default: all
 * @property {boolean} [mayStall] it is no mistake when a contestant gets nothing done
 * @property {{ against: string, callers: number, times: number }[]} targets at least `times` as many
 *   calls a second as the other contestant
 * @property {(stock: object, count: number) => Promise<unknown[]>} [prepare] makes what the calls use
 *   up, one for each call
 * @property {(stock: object, prepared?: unknown) => Promise<unknown>} call one call of one caller
 */

/** @type {Record<string, Scenario>} */
export const SCENARIOS = { ...reservations, ...levels }

/** What `npm run bench:checkout-locks` runs. @type {Record<string, Scenario>} */
export const CHECKOUTS = checkouts

/** @returns {Scenario} */
export function scenarioOf(name) {
  return SCENARIOS[name] ?? CHECKOUTS[name]
}
