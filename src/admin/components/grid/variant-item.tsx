import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { LocationInfo, VariantStockResponse } from "../../../api/types/item-stock"
import { MAIN_FIGURES, totalsOf } from "../../lib/figures"
import { levelsAt, simpleLevel } from "../../lib/item-levels"
import type { ItemUnits } from "../../lib/units"
import { UnitLine } from "../units/unit-line"
import { LowStockPanel } from "../low-stock-panel/low-stock-panel"
import { ItemHeading } from "./item-heading"
import { NoLevels } from "./item-figures"
import { LocationName } from "./location-name"
import { NumberActionsProvider } from "./number-actions"
import { NumberButton } from "./number-button"
import { StockList } from "./stock-list"

const MOST_LOCATIONS = 8

interface VariantItemProps {
  variantId: string
  item: VariantStockResponse["variant_stock"]["items"][number]
  locations: LocationInfo[]
  units: ItemUnits
  /** Whether the variant is made of more than this, one of it. */
  kit: boolean
}

/** An item of a variant in short: its main figures, what is available where, and what is watched. */
export function VariantItem({ variantId, item, locations, units, kit }: VariantItemProps) {
  const simple = simpleLevel(item, locations)
  return (
    <div>
      {kit && <ItemHeading item={item} units={units} />}
      <UnitLine variantId={variantId} item={item} units={units} />
      {item.levels.length === 0 ? (
        <NoLevels itemId={item.inventory_item_id} />
      ) : (
        <NumberActionsProvider item={item} locations={locations} units={units}>
          {simple ? (
            <StockList {...simple} {...(kit && { figures: MAIN_FIGURES })} />
          ) : (
            <Summary item={item} locations={locations} />
          )}
        </NumberActionsProvider>
      )}
      <div className="border-t">
        <LowStockPanel itemId={item.inventory_item_id} />
      </div>
    </div>
  )
}

function Summary({ item, locations }: Pick<VariantItemProps, "item" | "locations">) {
  const { t } = useTranslation("stockroom")
  const totals = totalsOf(item.levels)
  const levels = levelsAt(item, locations)
  const more = levels.length - MOST_LOCATIONS
  return (
    <>
      <dl className="grid grid-cols-2 gap-x-6 px-6 py-2">
        {MAIN_FIGURES.map((figure) => (
          <div key={figure} className="flex items-center justify-between gap-x-2 py-1">
            <dt className="txt-compact-small text-ui-fg-subtle">{t(`states.${figure}`)}</dt>
            <dd className="txt-compact-small-plus -mr-1.5">
              <NumberButton figure={figure} location={null} quantity={totals[figure]} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="px-6 pb-4">
        <Text size="xsmall" className="text-ui-fg-subtle pb-1">
          {t("grid.availableAt")}
        </Text>
        <ul>
          {levels.slice(0, MOST_LOCATIONS).map(({ level, location }) => (
            <li key={location.id} className="flex items-center justify-between gap-x-4">
              <span className="txt-compact-small min-w-0">
                <LocationName location={location} />
              </span>
              <NumberButton
                className="txt-compact-small -mr-1.5 shrink-0"
                figure="available"
                location={location}
                quantity={level.available}
              />
            </li>
          ))}
        </ul>
        {more > 0 && (
          <Text size="xsmall" className="text-ui-fg-subtle pt-1">
            {t("grid.more", { number: more })}
          </Text>
        )}
      </div>
    </>
  )
}
