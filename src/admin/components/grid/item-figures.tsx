import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { ItemStock, LocationInfo } from "../../../api/types/item-stock"
import { simpleLevel } from "../../lib/item-levels"
import { LINK } from "../../lib/link-style"
import type { ItemUnits } from "../../lib/units"
import { NumberActionsProvider } from "./number-actions"
import { StockGrid } from "./stock-grid"
import { StockList } from "./stock-list"

interface ItemFiguresProps {
  item: ItemStock
  locations: LocationInfo[]
  units: ItemUnits
}

/** All figures of an item: the grid, or a list where the store has one location only. */
export function ItemFigures({ item, locations, units }: ItemFiguresProps) {
  const simple = simpleLevel(item, locations)
  if (!item.levels.length) {
    return <NoLevels itemId={item.inventory_item_id} />
  }
  return (
    <NumberActionsProvider item={item} locations={locations} units={units}>
      {simple ? <StockList {...simple} /> : <StockGrid item={item} locations={locations} />}
    </NumberActionsProvider>
  )
}

/** Says what to do about an item that is kept nowhere. */
export function NoLevels({ itemId }: { itemId: string }) {
  const { t } = useTranslation("stockroom")
  return (
    <div className="flex flex-col items-start gap-y-1 px-6 py-4">
      <Text size="small" weight="plus">
        {t("grid.noLevels")}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t("grid.noLevelsHint")}
      </Text>
      <Link className={`${LINK} txt-compact-small`} to={`/inventory/${itemId}/locations`}>
        {t("grid.manageLocations")}
      </Link>
    </div>
  )
}
