import type { ItemStock, LocationInfo } from "../../../api/types/item-stock"

/** What every drawer about an item's number is given. */
export interface ItemDrawerProps {
  item: ItemStock
  locations: LocationInfo[]
  open: boolean
  onOpenChange: (open: boolean) => void
  onCloseAutoFocus: (event: Event) => void
}
