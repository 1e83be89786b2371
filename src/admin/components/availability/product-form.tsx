import { Drawer } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import type { StoreAvailabilityResponse } from "../../../api/types/availability"
import { useSetProductAvailability } from "../../hooks/api/use-availability"
import { useAvailabilityForm } from "../../hooks/use-availability-form"
import { useDisplayText } from "../../hooks/use-display-text"
import { useFormats } from "../../hooks/use-formats"
import type { Estimate } from "../../lib/estimate-draft"
import {
  draftOfProduct,
  type ProductAvailability,
  readProductDraft,
} from "../../lib/product-availability-draft"
import { SelectField } from "../fields/select-field"
import { FormFooter } from "../form-footer"
import { DisplayField } from "./display-field"
import { OrderQuantityFields } from "./order-quantity-fields"

/** A select cannot offer an empty value. */
const OF_STORE = "store"

interface ProductFormProps {
  product: ProductAvailability
  store: StoreAvailabilityResponse["store_availability"]
  estimates: Estimate[]
  close: () => void
}

export function ProductForm({ product, store, estimates, close }: ProductFormProps) {
  const { t } = useTranslation("stockroom")
  const { locale } = useFormats()
  const displayText = useDisplayText()
  const id = useId()
  const form = useAvailabilityForm({
    begin: () => {
      const draft = draftOfProduct(product, locale)
      // One that was deleted is as none, and would be refused.
      const isThere = estimates.some((one) => one.id === draft.estimateId)
      return { ...draft, estimateId: isThere ? draft.estimateId : null }
    },
    read: (draft) => readProductDraft(draft, locale),
    fields: ["display", "display_below", "order_quantities"],
    saving: useSetProductAvailability(product.product_id),
    told: t("availability.product.form.done"),
    close,
  })
  const { draft, change, errorAt } = form
  const byDefault = estimates.find((one) => one.is_default)
  const choices = [
    {
      value: OF_STORE,
      label: t("availability.product.form.estimateOfStore", {
        title: byDefault?.title ?? t("availability.product.noEstimate"),
        interpolation: { escapeValue: false },
      }),
    },
    ...estimates.map((one) => ({ value: one.id, label: one.title })),
  ]
  return (
    <form className="flex flex-1 flex-col overflow-hidden" onSubmit={form.save} noValidate>
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <SelectField
          label={t("availability.product.form.estimate")}
          hint={t("availability.product.form.estimateHint")}
          choices={choices}
          value={draft.estimateId ?? OF_STORE}
          onChange={(chosen) => change({ estimateId: chosen === OF_STORE ? null : chosen })}
        />
        <DisplayField
          draft={draft}
          ofStore={displayText(store)}
          errorAt={errorAt}
          onChange={change}
        />
        <OrderQuantityFields draft={draft} errorAt={errorAt} onChange={change} />
      </Drawer.Body>
      <FormFooter
        errorId={`${id}-error`}
        error={form.whole}
        isSaving={form.isSaving}
        close={close}
      />
    </form>
  )
}
