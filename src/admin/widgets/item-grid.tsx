import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { ItemFigures } from "../components/grid/item-figures"
import { LoadFailure } from "../components/load-failure"
import { LoadingRows } from "../components/loading-rows"
import { LowStockPanel } from "../components/low-stock-panel/low-stock-panel"
import { useItemStock } from "../hooks/api/use-item-stock"
import { UnitsSection } from "../components/units/units-section"
import { ShownIn } from "../components/units/shown-in"
import { useRefreshWith } from "../hooks/use-refresh-with"

/** An inventory item's stock at every location, and what is watched of it. */
const ItemStock = ({ data: item }: { data: { id: string } }) => {
  const { t } = useTranslation("stockroom")
  const { data, isPending, isError, error, refetch } = useItemStock(item.id)
  useRefreshWith("item", item)
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div>
          <Heading level="h2">{t("grid.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("grid.panelHint")}
          </Text>
        </div>
        <ShownIn itemId={item.id} units={data?.units[item.id]} />
      </div>
      {isPending && <LoadingRows rows={4} />}
      {isError && !data && <LoadFailure title={t("grid.error")} error={error} retry={refetch} />}
      {data && (
        <ItemFigures
          item={data.item_stock}
          locations={data.locations}
          units={data.units[item.id]}
        />
      )}
      {data && <UnitsSection itemId={item.id} units={data.units[item.id]} />}
      <LowStockPanel itemId={item.id} />
    </Container>
  )
}

export const config = defineWidgetConfig({
  id: "stockroom-item-stock",
  zone: "inventory_item.details",
})

export default ItemStock
