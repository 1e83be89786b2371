import { freeReserved, type Level, onHand } from "../level"
import { isBelowZero, type Quantity } from "../quantity"
import { HAND_STATES } from "../state"
import { readEntered, type Units } from "../units"
import { type FigureChange, figureOf, proposeRow } from "./change"
import { type Figure, FIGURES } from "./columns"
import { type RowError, unitError } from "./row-error"

/** What a row says of its level: the figures of the cells that are filled. */
export type Wishes = Partial<Record<Figure, Quantity>>

/** What comes of a row. */
export type Verdict =
  | { kind: "unchanged" }
  | { kind: "change"; changes: FigureChange[]; after: Level }
  | {
      kind: "error"
      error: RowError
      /** Of a row that only takes `available` below zero: what it would do where that is allowed. */
      allowed?: { changes: FigureChange[]; after: Level }
    }

/**
 * What a row of a file means for a level. Figures that the level has already are no wish, so that of an
 * exported row only what a person has edited counts:
 *
 * - reserved, damaged, safety and quality control are set; on hand follows
 * - on hand without available is a count, also where it is as it was: what the other states do not take
 *   goes to `available`
 * - available alone is set; on hand follows
 * - where both are wished, they must agree with the other states, or the row is refused
 *
 * A row that wishes something, and whose `committed` cell is not what is committed now, was made
 * before an order came or went: its figures are of another time, and it is refused. A row that says
 * anything of a level that is not there opens it.
 *
 * @param level - an empty one where a row opens it
 * @param committed - what the file says is committed; not compared where it says nothing
 * @param units - of the item: what a row changes must be in steps of its base unit
 */
export function judgeRow(
  level: Level,
  wishes: Wishes,
  committed?: Quantity,
  units: Units | null = null
): Verdict {
  const changes = changesOf(level, wishes)
  const saysNothing = FIGURES.every((figure) => !wishes[figure])
  if (!changes.length && (level.levelId || saysNothing)) {
    return { kind: "unchanged" }
  }
  const { after } = proposeRow(level, changes)
  const error =
    outdated(level, committed) ??
    tooSmall(changes) ??
    offSteps(changes, units) ??
    contradiction(level, changes) ??
    keptReserved(level, after)
  if (error) {
    return { kind: "error", error }
  }
  const { available } = after.balances
  if (isBelowZero(available) && available.isLessThan(level.balances.available)) {
    const params = {
      available: available.toFixed(),
      current: level.balances.available.toFixed(),
    }
    return {
      kind: "error",
      error: { code: "below_zero", params },
      allowed: { changes, after },
    }
  }
  return { kind: "change", changes, after }
}

/** What is wished and not so already; and what was counted, where other states change below it. */
function changesOf({ balances }: Level, wishes: Wishes): FigureChange[] {
  const said = FIGURES.flatMap((figure) => {
    const quantity = wishes[figure]
    return quantity ? { figure, quantity, expected: figureOf(balances, figure) } : []
  })
  const changes = said.filter(({ quantity, expected }) => !quantity.isEqualTo(expected))
  return changes.length && !wishes.available
    ? said.filter((one) => one.figure === "on_hand" || changes.includes(one))
    : changes
}

function outdated({ balances }: Level, committed: Quantity | undefined): RowError | null {
  return committed && !committed.isEqualTo(balances.committed)
    ? {
        code: "outdated",
        params: { committed: committed.toFixed(), current: balances.committed.toFixed() },
      }
    : null
}

function tooSmall(changes: FigureChange[]): RowError | null {
  // `available` may be below zero where the person who applies the import allows it.
  const wrong = changes.find(
    ({ figure, quantity, expected }) =>
      figure !== "available" && isBelowZero(quantity) && !quantity.isEqualTo(expected)
  )
  return wrong
    ? { code: "negative", params: { column: wrong.figure, value: wrong.quantity.toFixed() } }
    : null
}

/** Of a figure that stays as it is, nobody has asked for anything. */
function offSteps(changes: FigureChange[], units: Units | null): RowError | null {
  for (const { figure, quantity, expected } of changes) {
    const read = quantity.isEqualTo(expected) ? quantity : readEntered(quantity, null, units)
    if ("code" in read) {
      return unitError(figure, read)
    }
  }
  return null
}

function contradiction(level: Level, changes: FigureChange[]): RowError | null {
  const wished = new Map(changes.map(({ figure, quantity }) => [figure, quantity]))
  const counted = wished.get("on_hand")
  const available = wished.get("available")
  if (!counted || !available) {
    return null
  }
  const states = changes.filter(({ figure }) => figure !== "on_hand")
  const follows = onHand(proposeRow(level, states).after.balances)
  return counted.isEqualTo(follows)
    ? null
    : {
        code: "contradiction",
        params: {
          on_hand: counted.toFixed(),
          available: available.toFixed(),
          follows: follows.toFixed(),
        },
      }
}

function keptReserved(before: Level, after: Level): RowError | null {
  const kept = before.reservedByReservations.plus(before.heldForOrders)
  return isBelowZero(freeReserved(after)) &&
    !after.balances.reserved.isEqualTo(before.balances.reserved)
    ? {
        code: "reserved_kept",
        params: { value: after.balances.reserved.toFixed(), kept: kept.toFixed() },
      }
    : null
}

/** A level's figures as text, for people to compare. */
export function figuresOf({ balances }: Level): Record<Figure | "committed", string> {
  return {
    on_hand: onHand(balances).toFixed(),
    committed: balances.committed.toFixed(),
    ...(Object.fromEntries(
      HAND_STATES.map((state) => [state, balances[state].toFixed()])
    ) as Record<(typeof HAND_STATES)[number], string>),
  }
}
