import { useMemo } from "react"

import type { UnitsByItem } from "../../api/types/units"
import { type ItemUnits, namedText, signed, unitText } from "../lib/units"
import type { StockLevel } from "../lib/stock-level"
import { useFormats } from "./use-formats"
import { useShownUnits } from "./use-shown-units"

/**
 * Quantities of items as text, each in the unit that somebody wants to see its item in. All take the
 * item's id, the units of an answer of the API and a quantity in base units.
 */
export function useUnitText() {
  const { locale } = useFormats()
  const [shown] = useShownUnits()
  return useMemo(() => {
    const text = (itemId: string, units: UnitsByItem | undefined, quantity: string) =>
      unitText(quantity, units?.[itemId], shown[itemId], locale)
    return {
      /** "2 Case + 6 Piece"; in the base unit the plain number. */
      quantity: text,
      /** With its sign. */
      change: (itemId: string, units: UnitsByItem | undefined, quantity: string) =>
        signed(text(itemId, units, quantity)),
      /** With the unit's name in any case, for where several items' quantities stand together. */
      named: (itemId: string, units: UnitsByItem | undefined, quantity: string) =>
        namedText(quantity, units?.[itemId], shown[itemId], locale),
    }
  }, [locale, shown])
}

/** As {@link useUnitText}, of levels that carry their item's units. */
export function useLevelText(): (level: StockLevel, quantity: string) => string {
  const { locale } = useFormats()
  const [shown] = useShownUnits()
  return ({ inventory_item_id, units }, quantity) =>
    unitText(quantity, units, shown[inventory_item_id], locale)
}

/** As {@link useUnitText}, of one item. */
export function useItemText(itemId: string, units: ItemUnits) {
  const { locale } = useFormats()
  const [shown] = useShownUnits()
  const key = shown[itemId]
  return useMemo(() => {
    const text = (quantity: string) => unitText(quantity, units, key, locale)
    return { quantity: text, change: (quantity: string) => signed(text(quantity)) }
  }, [units, key, locale])
}
