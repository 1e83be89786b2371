import type { Quantity } from "../quantity"

/**
 * A unit in which quantities of an item are entered and shown. The base unit is the one in which the
 * item's stock is kept; its factor is 1.
 *
 * @since 0.1.0
 */
export interface Unit {
  /** Names the unit in requests, files and links; unique within the item. */
  readonly key: string
  /** What people read. */
  readonly name: string
  /** How many base units one of this unit is. */
  readonly factor: Quantity
  /** How many decimals a quantity in this unit may have. */
  readonly precision: number
  /** The steps in which a quantity in this unit is entered; a multiple of 10^-precision. */
  readonly increment: Quantity
  /** Lower goes first. */
  readonly priority: number
}

/**
 * The units of one item: its base unit, then the others by priority. An item without any has none of
 * this, and takes quantities of every kind.
 *
 * @since 0.1.0
 */
export interface Units {
  readonly base: Unit
  readonly others: readonly Unit[]
}

/** The unit that a key names; without a key, the base unit. */
export function findUnit({ base, others }: Units, key: string | null | undefined): Unit | null {
  return key == null ? base : (allUnits({ base, others }).find((unit) => unit.key === key) ?? null)
}

/** Every unit, the base unit first. */
export function allUnits({ base, others }: Units): Unit[] {
  return [base, ...others]
}

/** Whether a quantity is a whole number of a unit's steps. */
export function isInSteps(quantity: Quantity, { increment }: Pick<Unit, "increment">): boolean {
  return quantity.modulo(increment).isZero()
}
