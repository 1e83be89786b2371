import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Button, Container, Heading } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { Makeable } from "../components/grid/makeable"
import { NoItems } from "../components/grid/no-items"
import { VariantItem } from "../components/grid/variant-item"
import { VariantPanel } from "../components/grid/variant-panel"
import { LoadFailure } from "../components/load-failure"
import { LoadingRows } from "../components/loading-rows"
import { useVariantStock } from "../hooks/api/use-variant-stock"
import { useRefreshWith } from "../hooks/use-refresh-with"
import { isKit } from "../lib/kit"

/** A variant's stock in short; the whole of it opens from here. */
const VariantStock = ({ data: variant }: { data: { id: string } }) => {
  const { t } = useTranslation("stockroom")
  const [open, setOpen] = useState(false)
  const { data, isPending, isError, error, refetch } = useVariantStock(variant.id)
  useRefreshWith("variant", variant)
  const stock = data?.variant_stock
  const tracked = stock !== undefined && stock.manage_inventory && stock.items.length > 0
  const kit = stock !== undefined && isKit(stock.items)
  // One item at the only location: the card shows all there is.
  const all = !kit && data?.locations.length === 1
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Heading level="h2">{t("grid.title")}</Heading>
        {tracked && !all && (
          <Button variant="secondary" size="small" onClick={() => setOpen(true)}>
            {t("grid.open")}
          </Button>
        )}
      </div>
      {isPending && <LoadingRows rows={4} />}
      {isError && !data && <LoadFailure title={t("grid.error")} error={error} retry={refetch} />}
      {stock && !tracked && <NoItems variant={stock} />}
      {data && tracked && (
        <>
          {kit && stock.makeable && (
            <Makeable makeable={stock.makeable} locations={data.locations} />
          )}
          {stock.items.map((item) => (
            <VariantItem
              key={item.inventory_item_id}
              variantId={stock.variant_id}
              item={item}
              locations={data.locations}
              units={data.units[item.inventory_item_id]}
              kit={kit}
            />
          ))}
          <VariantPanel answer={data} open={open} onOpenChange={setOpen} />
        </>
      )}
    </Container>
  )
}

export const config = defineWidgetConfig({
  id: "stockroom-variant-stock",
  zone: "product_variant.details.side",
})

export default VariantStock
