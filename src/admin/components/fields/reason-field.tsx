import { Input, Label, Select } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import { useOptions } from "../../hooks/api/use-options"
import { FieldError } from "./field-error"

const LONGEST_REASON = 200
/** A select cannot offer an empty value. */
const NONE = "none"

interface ReasonFieldProps {
  /** Where a reason is needed; else it says that it is not. */
  label?: string
  /** Stands in the list where none is chosen. */
  placeholder?: string
  value: string
  error?: string
  onChange: (reason: string) => void
}

/** Why stock is changed: one of the store's reasons, or any text where it has set none. */
export function ReasonField({ label, placeholder, value, error, onChange }: ReasonFieldProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const reasons = useOptions().data?.options.reasons
  const described = { "aria-invalid": error !== undefined, "aria-describedby": `${id}-error` }
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor={id}>
        {label ?? t("fields.reason")}
      </Label>
      {reasons ? (
        <Select
          size="small"
          value={value || NONE}
          onValueChange={(chosen) => onChange(chosen === NONE ? "" : chosen)}
        >
          <Select.Trigger id={id} {...described}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value={NONE}>{placeholder ?? t("fields.noReason")}</Select.Item>
            {reasons.map((reason) => (
              <Select.Item key={reason} value={reason}>
                {t(`reasons.${reason}`, { defaultValue: reason })}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      ) : (
        <Input
          id={id}
          size="small"
          value={value}
          maxLength={LONGEST_REASON}
          {...described}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      <FieldError id={`${id}-error`} text={error} />
    </div>
  )
}
