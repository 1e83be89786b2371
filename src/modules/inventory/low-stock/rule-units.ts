import { parseNonNegative, type QuantityInput } from "../../../core/quantity"
import { Refusal } from "../../../core/refusal"
import { inBaseUnits, type Units } from "../../../core/units"

/** The quantities of a rule as they are asked for; those that are left out stay as they are. */
interface Measured {
  threshold?: QuantityInput
  reorder_to?: QuantityInput | null
  unit?: string | null
}

/**
 * A rule with its quantities in base units of its item. A rule about every item has no unit, and its
 * quantities may be anything.
 *
 * @param at - goes before a field's name in a refusal
 * @throws Refusal `invalid_data` for what its unit does not take
 */
export function ruleInBaseUnits<R extends Measured>(
  { unit, ...rule }: R,
  itemId: string | null | undefined,
  at: string,
  units: Units | null
): Omit<R, "unit"> {
  if (!itemId) {
    if (unit != null) {
      throw Refusal.invalid(`${at}unit`, "is for a rule about one item")
    }
    return rule
  }
  const inBase = (value: QuantityInput, field: string) =>
    inBaseUnits(parseNonNegative(value, field), { itemId, unit, field }, units).toFixed()
  const { threshold, reorder_to } = rule
  return {
    ...rule,
    ...(threshold !== undefined && { threshold: inBase(threshold, `${at}threshold`) }),
    ...(reorder_to != null && { reorder_to: inBase(reorder_to, `${at}reorder_to`) }),
  }
}
