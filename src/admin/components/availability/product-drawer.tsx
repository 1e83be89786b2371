import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { StoreAvailabilityResponse } from "../../../api/types/availability"
import { useFocusBack } from "../../hooks/use-focus-back"
import type { Estimate } from "../../lib/estimate-draft"
import type { ProductAvailability } from "../../lib/product-availability-draft"
import { DrawerHeading } from "../drawer-heading"
import { ProductForm } from "./product-form"

interface ProductDrawerProps {
  product: ProductAvailability
  store: StoreAvailabilityResponse["store_availability"]
  estimates: Estimate[]
  onClose: () => void
}

/** Changes what a product's shoppers are told, and how many they may order. Shown while it is there. */
export function ProductDrawer({ onClose, ...known }: ProductDrawerProps) {
  const { t } = useTranslation("stockroom")
  const focusBack = useFocusBack(true)
  return (
    <Drawer open onOpenChange={(open) => open || onClose()}>
      <Drawer.Content onCloseAutoFocus={focusBack}>
        <DrawerHeading
          title={t("availability.product.form.title")}
          description={t("availability.product.form.hint")}
        />
        <ProductForm {...known} close={onClose} />
      </Drawer.Content>
    </Drawer>
  )
}
