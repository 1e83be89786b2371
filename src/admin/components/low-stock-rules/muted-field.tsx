import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { DayField } from "../fields/day-field"

interface MutedFieldProps {
  value: Date | null
  error: string | undefined
  onChange: (until: Date | null) => void
}

/** Until when a rule's actions wait. */
export function MutedField({ value, error, onChange }: MutedFieldProps) {
  const { t } = useTranslation("stockroom")
  const now = new Date()
  return (
    <div className="flex flex-col gap-y-2">
      <DayField
        label={t("lowStockRules.form.mutedUntil")}
        size="small"
        value={value}
        min={new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1)}
        error={error}
        onChange={onChange}
      />
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("lowStockRules.form.mutedHint")}
      </Text>
    </div>
  )
}
