import { Input, Label } from "@medusajs/ui"
import { type ReactNode, useId } from "react"

import { FieldError } from "./field-error"

interface QuantityFieldProps {
  label: ReactNode
  value: string
  error?: string
  autoFocus?: boolean
  onChange: (quantity: string) => void
}

/** A quantity as typed, in the language's own way of writing numbers. `readQuantity` reads it. */
export function QuantityField({ label, value, error, autoFocus, onChange }: QuantityFieldProps) {
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
        aria-describedby={`${id}-error`}
        onChange={({ target }) => onChange(target.value)}
      />
      <FieldError id={`${id}-error`} text={error} />
    </div>
  )
}
