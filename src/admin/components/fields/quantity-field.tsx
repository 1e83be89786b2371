import { Label } from "@medusajs/ui"
import { type ReactNode, useId } from "react"

import { FieldError } from "./field-error"
import { FieldHint } from "./field-hint"
import { QuantityInput } from "./quantity-input"
import type { UnitEntry } from "./unit-choice"

interface QuantityFieldProps {
  label: ReactNode
  value: string
  /** The unit that it is typed in, for an item that has units. */
  unit?: UnitEntry
  error?: string
  hint?: string
  autoFocus?: boolean
  onChange: (quantity: string) => void
}

/**
 * A quantity as typed, in the language's own way of writing numbers, and its unit. `readQuantity` reads it,
 * `readInUnit` together with the unit.
 */
export function QuantityField(props: QuantityFieldProps) {
  const { label, value, unit, error, hint, autoFocus, onChange } = props
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      <QuantityInput
        id={id}
        autoFocus={autoFocus}
        value={value}
        unit={unit}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error ${id}-hint`}
        onChange={onChange}
      />
      <FieldHint id={`${id}-hint`} text={hint} />
      <FieldError id={`${id}-error`} text={error} />
    </div>
  )
}
