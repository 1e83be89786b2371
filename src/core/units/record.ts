import { exact } from "../quantity"
import { allUnits, type Unit, type Units } from "./unit"

/**
 * A unit as it is stored and answered. Figures are decimal strings.
 *
 * @since 0.1.0
 */
export interface UnitRecord {
  key: string
  name: string
  factor: string
  base: boolean
  precision: number
  increment: string
  priority: number
}

/** Units as they are stored; null of an item that has none. */
export function fromRecords(records: readonly UnitRecord[] | null): Units | null {
  const base = records?.find((record) => record.base)
  return records && base
    ? { base: toUnit(base), others: records.filter((record) => !record.base).map(toUnit) }
    : null
}

/** Units to be stored: the base unit, then the others. */
export function toRecords(units: Units | null): UnitRecord[] {
  return units
    ? allUnits(units).map((unit, index) => ({
        key: unit.key,
        name: unit.name,
        factor: unit.factor.toFixed(),
        base: index === 0,
        precision: unit.precision,
        increment: unit.increment.toFixed(),
        priority: unit.priority,
      }))
    : []
}

function toUnit({ key, name, factor, precision, increment, priority }: UnitRecord): Unit {
  return { key, name, precision, priority, factor: exact(factor), increment: exact(increment) }
}
