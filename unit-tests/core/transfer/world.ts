import type { Entry } from "../../../src/core/movement"
import { exact } from "../../../src/core/quantity"
import { type State, STATES } from "../../../src/core/state"
import type { OriginDeduction, TransferLine, TransferRoute } from "../../../src/core/transfer"

/** Ten TEA go from Berlin to Lyon. */
export const routeOf = (deduction: OriginDeduction): TransferRoute => ({
  originId: "Berlin",
  destinationId: "Lyon",
  deduction,
})

/** A line by what was sent, accepted, rejected and ended of it. */
export const lineOf = (quantity: number, accepted = 0, rejected = 0, ended = 0): TransferLine => ({
  itemId: "TEA",
  quantity: exact(quantity),
  accepted: exact(accepted),
  rejected: exact(rejected),
  ended: exact(ended),
})

/** `Berlin: available -3; Lyon: incoming 3`, states in their order, without those that stay. */
export function told(entries: Entry[]): string {
  return ["Berlin", "Lyon"]
    .map((place) => [place, sums(entries.filter(({ locationId }) => locationId === place))])
    .filter(([, text]) => text)
    .map(([place, text]) => `${place}: ${text}`)
    .join("; ")
}

function sums(entries: Entry[]): string {
  const sumOf = (state: State) =>
    entries
      .filter((entry) => entry.state === state)
      .reduce((sum, { quantity }) => sum.plus(quantity), exact(0))
  return STATES.map((state) => [state, sumOf(state)] as const)
    .filter(([, sum]) => !sum.isZero())
    .map(([state, sum]) => `${state} ${sum.toFixed()}`)
    .join(", ")
}
