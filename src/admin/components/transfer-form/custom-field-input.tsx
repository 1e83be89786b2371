import { Label, Select } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import type { CustomField, CustomFieldValue } from "../../../core/transfer"
import { dayOf, dayText } from "../../lib/transfer-draft"
import { DayField } from "../fields/day-field"
import { FieldError } from "../fields/field-error"
import { SwitchField } from "../fields/switch-field"
import { TextField } from "../fields/text-field"

interface CustomFieldInputProps {
  field: CustomField
  value: CustomFieldValue
  error: string | undefined
  onChange: (value: CustomFieldValue) => void
}

/** A field of the merchant's own, as the store's options declare it. */
export function CustomFieldInput(props: CustomFieldInputProps) {
  const { field, value, error, onChange } = props
  const { t } = useTranslation("stockroom")
  const label = field.required
    ? t("transferForm.details.required", { label: field.label })
    : field.label
  switch (field.type) {
    case "boolean":
      return <SwitchField label={label} value={value === true} error={error} onChange={onChange} />
    case "select":
      return <Choice {...props} label={label} />
    case "date":
      return (
        <DayField
          label={label}
          size="small"
          value={dayOf(value)}
          error={error}
          onChange={(day) => onChange(dayText(day))}
        />
      )
    default:
      return (
        <TextField
          label={label}
          inputMode={field.type === "number" ? "decimal" : undefined}
          value={String(value ?? "")}
          error={error}
          onChange={onChange}
        />
      )
  }
}

/** A select cannot offer an empty value. */
const NONE = "\u0000"

function Choice({
  field,
  label,
  value,
  error,
  onChange,
}: CustomFieldInputProps & { label: string }) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      <Select
        size="small"
        value={String(value ?? NONE)}
        onValueChange={(chosen) => onChange(chosen === NONE ? null : chosen)}
      >
        <Select.Trigger id={id} aria-invalid={error !== undefined} aria-describedby={`${id}-error`}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          <Select.Item value={NONE}>{t("transferForm.details.nothing")}</Select.Item>
          {(field.options ?? []).map((option) => (
            <Select.Item key={option} value={option}>
              {option}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
      <FieldError id={`${id}-error`} text={error} />
    </div>
  )
}
