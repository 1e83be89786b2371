import { Input, Label } from "@medusajs/ui"
import { type ReactNode, useId } from "react"

import { FieldError } from "./field-error"
import { FieldHint } from "./field-hint"

interface QuantityFieldProps {
  label: ReactNode
  value: string
  error?: string
  hint?: string
  autoFocus?: boolean
  onChange: (quantity: string) => void
}

/** A quantity as typed, in the language's own way of writing numbers. `readQuantity` reads it. */
export function QuantityField(props: QuantityFieldProps) {
  const { label, value, error, hint, autoFocus, onChange } = props
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      <Input
        id={id}
        size="small"
        inputMode="decimal"
        autoComplete="off"
        autoFocus={autoFocus}
        className="tabular-nums"
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error ${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
      />
      <FieldHint id={`${id}-hint`} text={hint} />
      <FieldError id={`${id}-error`} text={error} />
    </div>
  )
}
