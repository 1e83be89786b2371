import { Label, Switch } from "@medusajs/ui"
import { type ReactNode, useId } from "react"

import { FieldError } from "./field-error"
import { FieldHint } from "./field-hint"

interface SwitchFieldProps {
  label: ReactNode
  value: boolean
  hint?: string
  error?: string
  onChange: (value: boolean) => void
}

/** Something that is so or not. */
export function SwitchField({ label, value, hint, error, onChange }: SwitchFieldProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      <Switch
        id={id}
        checked={value}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error ${id}-hint`}
        onCheckedChange={onChange}
      />
      <FieldHint id={`${id}-hint`} text={hint} />
      <FieldError id={`${id}-error`} text={error} />
    </div>
  )
}
