import { useItemText } from "../../hooks/use-unit-text"
import { useFormats } from "../../hooks/use-formats"
import { type ItemUnits, namedText } from "../../lib/units"

interface ItemQuantityProps {
  itemId: string
  units: ItemUnits
  /** In base units. */
  quantity: string
  /** Shown with its sign. */
  isChange?: boolean
}

/** A quantity in the unit that its item is shown in; what it is in base units stands in the tip. */
export function ItemQuantity({ itemId, units, quantity, isChange = false }: ItemQuantityProps) {
  const { locale } = useFormats()
  const text = useItemText(itemId, units)
  const shown = isChange ? text.change(quantity) : text.quantity(quantity)
  return units?.length ? (
    <span title={namedText(quantity, units, null, locale)}>{shown}</span>
  ) : (
    <>{shown}</>
  )
}
