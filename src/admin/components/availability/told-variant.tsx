import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { Names } from "../../../api/types/names"
import { useFormats } from "../../hooks/use-formats"
import type { ToldOfVariant } from "../../lib/told"
import { PromiseText } from "./promise-text"

const COLORS = {
  in_stock: "green",
  low_stock: "orange",
  backorder: "blue",
  out_of_stock: "red",
} as const

interface ToldVariantProps {
  variant: ToldOfVariant
  names: Names
  /** The store's default estimate. */
  byDefault: string | undefined
}

/** What shoppers are told of a variant, and why. */
export function ToldVariant({ variant, names, byDefault }: ToldVariantProps) {
  const { t } = useTranslation("stockroom")
  const { status, title, sku, variant_id, estimate, promise } = variant
  return (
    <li className="flex flex-col gap-y-1 px-6 py-3">
      <div className="flex items-start justify-between gap-x-4">
        <Text size="small" weight="plus" className="min-w-0 break-words">
          {title || sku || variant_id}
        </Text>
        <StatusBadge className="shrink-0" color={COLORS[status]}>
          {t(`availability.told.statuses.${status}`)}
        </StatusBadge>
      </div>
      <QuantityText variant={variant} />
      {estimate && promise ? (
        <PromiseText estimate={estimate} promise={promise} names={names} />
      ) : (
        variant.actual_quantity === "0" && (
          <Text size="small" className="break-words">
            {estimate
              ? t(
                  estimate.estimate_id === byDefault
                    ? "availability.told.title_default"
                    : "availability.told.title_own",
                  { title: estimate.title, interpolation: { escapeValue: false } }
                )
              : t("availability.told.noEstimate")}
          </Text>
        )
      )}
    </li>
  )
}

function QuantityText({ variant }: { variant: ToldOfVariant }) {
  const { t } = useTranslation("stockroom")
  const formats = useFormats()
  const { quantity, actual_quantity: actual } = variant
  const text =
    actual === null
      ? t("availability.told.uncounted")
      : quantity === null
        ? t("availability.told.hidden", { quantity: formats.quantity(actual) })
        : t("availability.told.shown", { quantity: formats.quantity(quantity) })
  return (
    <Text size="small" className="text-ui-fg-subtle tabular-nums">
      {text}
    </Text>
  )
}
