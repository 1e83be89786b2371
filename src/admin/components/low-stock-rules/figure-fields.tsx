import { useTranslation } from "react-i18next"

import type { RuleDraft, RuleMeasures } from "../../lib/low-stock-rule-draft"
import { QuantityField } from "../fields/quantity-field"
import { TextField } from "../fields/text-field"
import { StopSellingField } from "./stop-selling-field"

interface FigureFieldsProps {
  draft: RuleDraft
  measures: RuleMeasures
  errorAt: (path: string) => string | undefined
  onChange: (part: Partial<RuleDraft>) => void
}

/** From which quantity on stock is low, whether selling stops there, and what is ordered then. */
export function FigureFields({
  draft,
  measures: { units, shown },
  errorAt,
  onChange,
}: FigureFieldsProps) {
  const { t } = useTranslation("stockroom")
  return (
    <>
      <QuantityField
        label={t("lowStockRules.form.threshold")}
        hint={units?.length ? undefined : t("lowStockRules.form.thresholdHint")}
        value={draft.threshold}
        unit={{
          units,
          value: draft.thresholdUnit ?? shown ?? null,
          label: t("lowStockRules.form.thresholdUnit"),
          onChange: (thresholdUnit) => onChange({ thresholdUnit }),
        }}
        error={errorAt("threshold")}
        onChange={(threshold) => onChange({ threshold })}
      />
      <StopSellingField
        value={draft.stopSelling}
        onChange={(stopSelling) => onChange({ stopSelling })}
      />
      <QuantityField
        label={t("lowStockRules.form.reorderTo")}
        hint={t("lowStockRules.form.reorderToHint")}
        value={draft.reorderTo}
        unit={{
          units,
          value: draft.reorderUnit ?? shown ?? null,
          label: t("lowStockRules.form.reorderUnit"),
          onChange: (reorderUnit) => onChange({ reorderUnit }),
        }}
        error={errorAt("reorder_to")}
        onChange={(reorderTo) => onChange({ reorderTo })}
      />
      <LeadTimeField
        value={draft.leadTime}
        error={errorAt("lead_time_days")}
        onChange={(leadTime) => onChange({ leadTime })}
      />
    </>
  )
}

interface LeadTimeFieldProps {
  value: string
  error: string | undefined
  onChange: (days: string) => void
}

/** How many days new stock takes to arrive. */
export function LeadTimeField({ value, error, onChange }: LeadTimeFieldProps) {
  const { t } = useTranslation("stockroom")
  return (
    <TextField
      label={t("lowStockRules.form.leadTime")}
      hint={t("lowStockRules.form.leadTimeHint")}
      inputMode="decimal"
      value={value}
      error={error}
      onChange={onChange}
    />
  )
}
