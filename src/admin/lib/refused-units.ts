import type { UnitField } from "./units-draft"

/** What a refused list of units is about. */
export type RefusedUnits =
  | { about: "field"; index: number; field: UnitField; problem: string }
  /** Stock that is not in steps of the base unit, and where it is. */
  | { about: "stock"; unit: string; increment: string; off: { what: string; quantity: string }[] }
  /** A unit that a variant is sold by. */
  | { about: "sold"; key: string; unit: string; variant: string }
  /** The base unit of an item of which a variant is sold. */
  | { about: "base"; unit: string; variant: string }
  | { about: "all"; problem: string }

const FIELD = /^units\[(\d+)\]\.(key|name|factor|precision|increment) (.+)$/s
const STOCK =
  /^Stock of item .+? is not in multiples of (\S+), the increment of the base unit "(.+)": (.+)$/s
const SOLD =
  /^The unit "(.+)" \((\S+)\) of \S+ stays as long as variant (.+) \(\S+\) is sold by it/s
const BASE = /^The base unit "(.+)" \(\S+\) stays as long as variant (.+) \(\S+\) is sold by "/s

/**
 * Finds what a refusal of an item's units is about. The sdk hands on the message only, which names it all.
 *
 * @example
 * refusedUnits("units[1].factor must be above zero") // { about: "field", index: 1, field: "factor", … }
 */
export function refusedUnits(message: string): RefusedUnits {
  const [, index, field, problem] = message.match(FIELD) ?? []
  if (index) {
    return { about: "field", index: Number(index), field: field as UnitField, problem }
  }
  const [, increment, base, list] = message.match(STOCK) ?? []
  if (increment) {
    const off = [...list.matchAll(/(?:^|, )(.+?) is (-?\d[\d.]*)(?=, |$)/g)].map(
      ([, what, quantity]) => ({ what, quantity })
    )
    return { about: "stock", unit: base, increment, off }
  }
  const [, unit, key, variant] = message.match(SOLD) ?? []
  if (key) {
    return { about: "sold", key, unit, variant }
  }
  const [, kept, of] = message.match(BASE) ?? []
  return kept ? { about: "base", unit: kept, variant: of } : { about: "all", problem: message }
}

const OPEN_ORDERS = /^Variant \S+ is in (\d+) orders? not yet fulfilled \(/

/** In how many orders a variant is, of which a unit was refused because they are not fulfilled yet; null else. */
export function refusedForOrders(message: string): number | null {
  const [, count] = message.match(OPEN_ORDERS) ?? []
  return count ? Number(count) : null
}
