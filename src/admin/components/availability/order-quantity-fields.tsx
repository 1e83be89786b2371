import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { ProductAvailabilityDraft } from "../../lib/product-availability-draft"
import { QuantityField } from "../fields/quantity-field"

interface OrderQuantityFieldsProps {
  draft: ProductAvailabilityDraft
  errorAt: (path: string) => string | undefined
  onChange: (part: Partial<ProductAvailabilityDraft>) => void
}

/** How many of a variant a cart may have. */
export function OrderQuantityFields({ draft, errorAt, onChange }: OrderQuantityFieldsProps) {
  const { t } = useTranslation("stockroom")
  const field = (name: "minimum" | "maximum" | "multiple" | "allowed") => ({
    label: t(`availability.product.form.${name}`),
    value: draft[name],
    error: errorAt(`order_quantities.${name}`),
    onChange: (text: string) => onChange({ [name]: text }),
  })
  return (
    <fieldset className="flex flex-col gap-y-4">
      <legend className="txt-compact-small-plus mb-2">
        {t("availability.product.form.quantities")}
      </legend>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("availability.product.form.quantitiesHint")}
      </Text>
      <div className="grid grid-cols-2 items-start gap-x-3">
        <QuantityField {...field("minimum")} />
        <QuantityField {...field("maximum")} />
      </div>
      <QuantityField {...field("multiple")} />
      <QuantityField {...field("allowed")} hint={t("availability.product.form.allowedHint")} />
    </fieldset>
  )
}
