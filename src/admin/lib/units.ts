import { exact, type Quantity } from "../../core/quantity"
import {
  findUnit,
  fromBase,
  fromRecords,
  isInSteps,
  toBase,
  type Unit,
  type UnitRecord,
} from "../../core/units"
import { quantityText, readQuantity } from "./quantity-text"

/** The units of an item as the API answers them, the base unit first; none where it takes any quantity. */
export type ItemUnits = readonly UnitRecord[] | undefined

/** In which steps a quantity in a unit goes; the words are the translations' `units.offSteps`. */
export interface OffSteps {
  unit: string
  increment: string
}

/**
 * The unit that a key names, or the base unit: where none is named, and where it has been taken away
 * meanwhile. Null of an item without units.
 */
export function unitOf(units: ItemUnits, key: string | null | undefined): Unit | null {
  const known = fromRecords(units ? [...units] : null)
  return known && (findUnit(known, key) ?? known.base)
}

/** What stands against a quantity that was typed in a unit; null where nothing does. */
export function offSteps(quantity: Quantity, unit: Unit | null): OffSteps | null {
  return unit && !isInSteps(quantity, unit)
    ? { unit: unit.name, increment: unit.increment.toFixed() }
    : null
}

/** A quantity that was typed in a unit, in base units: what is sent to the store, and what previews go by. */
export function inBase(quantity: Quantity, unit: Unit | null): Quantity {
  return unit ? toBase(quantity, unit) : quantity
}

/**
 * What was typed in a unit, in base units; null where it is no quantity, or off the unit's steps.
 *
 * @param locale - a BCP 47 tag, for the decimal sign
 */
export function readInUnit(text: string, unit: Unit | null, locale: string): Quantity | null {
  const quantity = readQuantity(text, locale)
  return quantity && !offSteps(quantity, unit) ? inBase(quantity, unit) : null
}

/**
 * A quantity in base units as people read it in a unit of the item: so many of the unit, and what is left
 * over in the base unit. In the base unit it is the plain number.
 *
 * @param key - names the unit; the base unit where it names none
 * @param locale - a BCP 47 tag, for the decimal sign
 *
 * @example
 * unitText("30", units, "case", "en") // "2 Case + 6 Piece"
 * unitText("30", units, "piece", "en") // "30"
 */
export function unitText(
  quantity: string,
  units: ItemUnits,
  key: string | null | undefined,
  locale: string
): string {
  const unit = unitOf(units, key)
  return !unit || unit.factor.isEqualTo(1)
    ? quantityText(quantity, locale)
    : namedText(quantity, units, key, locale)
}

/**
 * The same with the name of the unit in any case, for where the units of several items stand together.
 *
 * @example
 * namedText("30", units, "piece", "en") // "30 Piece"
 */
export function namedText(
  quantity: string,
  units: ItemUnits,
  key: string | null | undefined,
  locale: string
): string {
  const unit = unitOf(units, key)
  const base = unitOf(units, null)
  if (!unit || !base) {
    return quantityText(quantity, locale)
  }
  const { count, rest } = fromBase(exact(quantity), unit)
  const parts = [
    { figure: count, name: unit.name },
    { figure: rest, name: base.name },
  ].filter(({ figure }) => !figure.isZero())
  if (!parts.length) {
    parts.push({ figure: count, name: unit.name })
  }
  return parts.map((part, index) => partText(part, index, locale)).join(" ")
}

/**
 * What a variant takes of an item: one of the unit that it is sold by, else so many base units.
 *
 * @example
 * soldText("12", units, "en") // "1 Case"
 */
export function soldText(required: string, units: ItemUnits, locale: string): string {
  return namedText(required, units, soldBy(required, units)?.key, locale)
}

/** The unit that a variant is sold by: the first that has the factor that it takes. */
export function soldBy(required: string, units: ItemUnits): UnitRecord | null {
  return units?.find(({ factor }) => exact(factor).isEqualTo(required)) ?? null
}

/** A text of a quantity with its sign, for a change. */
export function signed(text: string): string {
  return /^[−+]|^0($|\u00a0)/.test(text) ? text : `+${text}`
}

/**
 * A quantity in base units as a form has it: typed in the unit where it is in its steps, else in the base
 * unit.
 */
export function typedIn(
  quantity: string,
  units: ItemUnits,
  key: string | null | undefined,
  locale: string
): { text: string; unit: string | null } {
  const unit = unitOf(units, key)
  const split = unit && fromBase(exact(quantity), unit)
  return unit && split?.rest.isZero()
    ? { text: quantityText(split.count.toFixed(), locale), unit: unit.key }
    : { text: quantityText(quantity, locale), unit: unitOf(units, null)?.key ?? null }
}

/** The first part has its own sign; of the rest it stands between. Only there a line may break. */
function partText(
  { figure, name }: { figure: Quantity; name: string },
  index: number,
  locale: string
): string {
  const sign =
    index === 0 ? (figure.isLessThan(0) ? "−" : "") : figure.isLessThan(0) ? "−\u00a0" : "+\u00a0"
  return `${sign}${quantityText(figure.abs().toFixed(), locale)}\u00a0${name}`
}
