import type { State } from "../../core/state"

/** The bits of the column `traits` of `inventory_level_state`, as its migration computes it. */
const BITS = {
  on_hand: 1,
  available: 2,
  reserved: 4,
  damaged: 8,
  safety: 16,
  quality_control: 32,
  incoming: 64,
  fulfilled: 128,
} as const satisfies Partial<Record<State | "on_hand", number>>

const MOST = 2 ** Object.keys(BITS).length

/** A state that `traits` tells of. */
export type TraitState = Exclude<keyof typeof BITS, "on_hand">

export function isTraitState(state: State): state is TraitState {
  return state in BITS
}

/**
 * The values of `traits` of levels that have something in one of the states, or (not) on hand. As a
 * list, because Postgres can look up values in an index, and count them in its statistics, but no bits.
 */
export function traitsOf(wanted: { states?: TraitState[]; onHand?: boolean }): number[] {
  const { states, onHand } = wanted
  const any = (states ?? []).reduce((bits, state) => bits | BITS[state], 0)
  return Array.from({ length: MOST }, (_, traits) => traits).filter(
    (traits) =>
      (states === undefined || (traits & any) !== 0) &&
      (onHand === undefined || ((traits & BITS.on_hand) !== 0) === onHand)
  )
}
