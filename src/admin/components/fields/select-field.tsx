import { Label, Select } from "@medusajs/ui"
import { type ReactNode, useId } from "react"

import { FieldError } from "./field-error"
import { FieldHint } from "./field-hint"

interface SelectFieldProps {
  label: ReactNode
  choices: readonly { value: string; label: string }[]
  /** Empty while nothing is chosen. */
  value: string
  /** Stands in the field while nothing is chosen. */
  placeholder?: string
  hint?: string
  error?: string
  onChange: (value: string) => void
}

/** One of a few values. */
export function SelectField(props: SelectFieldProps) {
  const { label, choices, value, placeholder, hint, error, onChange } = props
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" id={`${id}-label`}>
        {label}
      </Label>
      <Select size="small" value={value} onValueChange={onChange}>
        <Select.Trigger
          aria-labelledby={`${id}-label`}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-error ${id}-hint`}
        >
          <Select.Value placeholder={placeholder} />
        </Select.Trigger>
        <Select.Content>
          {choices.map((choice) => (
            <Select.Item key={choice.value} value={choice.value}>
              {choice.label}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
      <FieldHint id={`${id}-hint`} text={hint} />
      <FieldError id={`${id}-error`} text={error} />
    </div>
  )
}
