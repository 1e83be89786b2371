import { useTranslation } from "react-i18next"

import { SwitchField } from "../fields/switch-field"

interface EnabledFieldProps {
  value: boolean
  onChange: (enabled: boolean) => void
}

/** Whether a rule watches; one that is off silences what it would watch. */
export function EnabledField({ value, onChange }: EnabledFieldProps) {
  const { t } = useTranslation("stockroom")
  return (
    <SwitchField
      label={t("lowStockRules.form.enabled")}
      hint={t(`lowStockRules.form.${value ? "enabledHint" : "disabledHint"}`)}
      value={value}
      onChange={onChange}
    />
  )
}
