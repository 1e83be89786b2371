import { useTranslation } from "react-i18next"

import { SwitchField } from "../fields/switch-field"

interface StopSellingFieldProps {
  value: boolean
  onChange: (stopSelling: boolean) => void
}

/** Whether a rule keeps its threshold from shoppers. */
export function StopSellingField({ value, onChange }: StopSellingFieldProps) {
  const { t } = useTranslation("stockroom")
  return (
    <SwitchField
      label={t("lowStockRules.form.stopSelling")}
      hint={t(`lowStockRules.form.${value ? "stopSellingHint" : "keepSellingHint"}`)}
      value={value}
      onChange={onChange}
    />
  )
}
