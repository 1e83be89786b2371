import { Hint, Label, Select } from "@medusajs/ui"
import { useId } from "react"

import { FieldError } from "../fields/field-error"

interface ChoiceFieldProps {
  label: string
  value: string
  choices: { value: string; label: string }[]
  placeholder?: string
  hint?: string
  error?: string
  onChange: (value: string) => void
}

/** One of a few things to choose. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { label, value, choices, placeholder, hint, error, onChange } = props
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      <Select size="small" value={value} onValueChange={onChange}>
        <Select.Trigger
          id={id}
          aria-invalid={error !== undefined}
          aria-describedby={hint ? `${id}-hint ${id}-error` : `${id}-error`}
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
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      <FieldError id={`${id}-error`} text={error} />
    </div>
  )
}
