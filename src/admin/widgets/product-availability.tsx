import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Button, Container, Heading } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { ProductDrawer } from "../components/availability/product-drawer"
import { ProductFacts } from "../components/availability/product-facts"
import { ToldSection } from "../components/availability/told-section"
import { LoadFailure } from "../components/load-failure"
import { LoadingRows } from "../components/loading-rows"
import { LookOnly } from "../components/rights/look-only"
import {
  useEstimates,
  useProductAvailability,
  useStoreAvailability,
} from "../hooks/api/use-availability"
import { useMayEverywhere } from "../hooks/use-may"
import { useRefreshWith } from "../hooks/use-refresh-with"

/** What a product's shoppers are told of its stock, and how many they may order. */
const ProductAvailability = ({ data }: { data: { id: string } }) => {
  const { t } = useTranslation("stockroom")
  const mayChange = useMayEverywhere()("levels")
  const [isOpen, setOpen] = useState(false)
  const product = useProductAvailability(data.id)
  const store = useStoreAvailability()
  const estimates = useEstimates()
  useRefreshWith("product", data)
  const failed = [product, store, estimates].find((query) => query.isError && !query.data)
  const known = product.data &&
    store.data &&
    estimates.data && { product: product.data, store: store.data, estimates: estimates.data }
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Heading level="h2">{t("availability.product.title")}</Heading>
        {known && mayChange && (
          <Button variant="secondary" size="small" onClick={() => setOpen(true)}>
            {t("availability.product.edit")}
          </Button>
        )}
      </div>
      {failed && (
        <LoadFailure
          title={t("availability.product.error")}
          error={failed.error}
          retry={failed.refetch}
        />
      )}
      {!failed && !known && <LoadingRows rows={4} />}
      {known && (
        <>
          <ProductFacts {...known} />
          <LookOnly right="levels" everywhere />
          <ToldSection productId={data.id} estimates={known.estimates} />
          {isOpen && <ProductDrawer {...known} onClose={() => setOpen(false)} />}
        </>
      )}
    </Container>
  )
}

export const config = defineWidgetConfig({
  id: "stockroom-product-availability",
  zone: "product.details.side.after",
})

export default ProductAvailability
