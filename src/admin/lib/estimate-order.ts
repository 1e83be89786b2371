import type { Estimate } from "./estimate-draft"

/** An estimate with the priority that it should have. */
export interface Prioritised {
  id: string
  priority: number
}

/**
 * Moves an estimate by one place in the list.
 *
 * @param by - −1 for up, 1 for down
 * @returns those whose priority changes by that; none where there is no such place
 */
export function reordered(estimates: Estimate[], id: string, by: -1 | 1): Prioritised[] {
  const from = estimates.findIndex((one) => one.id === id)
  const to = from + by
  if (from < 0 || to < 0 || to >= estimates.length) {
    return []
  }
  const moved = [...estimates]
  moved.splice(to, 0, ...moved.splice(from, 1))
  return moved
    .map((one, priority) => ({ id: one.id, priority, before: one.priority }))
    .filter(({ priority, before }) => priority !== before)
    .map(({ id: changed, priority }) => ({ id: changed, priority }))
}

/** The priority of a new one, which goes to the end. */
export function lastPriority(estimates: Estimate[]): number {
  return Math.max(-1, ...estimates.map(({ priority }) => priority)) + 1
}
