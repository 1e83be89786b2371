import { createContext, useContext } from "react"

import type { ItemStock, LocationInfo } from "../../../api/types/item-stock"
import { useItemText } from "../../hooks/use-unit-text"
import type { Figure, Operation } from "../../lib/figures"
import type { ItemUnits } from "../../lib/units"

/** Which number of an item. */
export interface NumberOf {
  figure: Figure
  /** Null for the sum over all locations. */
  location: Pick<LocationInfo, "id" | "name"> | null
}

/** With what a change opens. */
export interface ChangeStart {
  op: Operation
  figure: Figure
  locationId: string
}

/** What the numbers of an item can be asked to do. `number` gets the focus back afterwards. */
export interface NumberActions {
  item: ItemStock
  units: ItemUnits
  change: (what: ChangeStart, number: HTMLElement | null) => void
  /** `locationId` is null for all locations. */
  showOrders: (locationId: string | null, number: HTMLElement | null) => void
}

export const NumberContext = createContext<NumberActions | null>(null)

export function useNumberActions(): NumberActions {
  const actions = useContext(NumberContext)
  if (!actions) {
    throw new Error("A number of the grid stands outside of NumberActionsProvider")
  }
  return actions
}

/** The item's quantities as text, in the unit that somebody wants to see it in. */
export function useNumberText() {
  const { item, units } = useNumberActions()
  return useItemText(item.inventory_item_id, units)
}
