import { clx, Input } from "@medusajs/ui"
import type { ComponentProps } from "react"

import { UnitChoice, type UnitEntry } from "./unit-choice"

interface QuantityInputProps extends Omit<
  ComponentProps<typeof Input>,
  "value" | "onChange" | "size" | "type" | "ref"
> {
  value: string
  /** The unit that it is typed in, for an item that has units. */
  unit?: UnitEntry
  onChange: (quantity: string) => void
}

/** The bare input of a quantity with its unit beside it, for a table's cells; its name is the caller's to give. */
export function QuantityInput({ value, unit, onChange, className, ...props }: QuantityInputProps) {
  const input = (
    <Input
      size="small"
      inputMode="decimal"
      autoComplete="off"
      className={clx("tabular-nums", className)}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      {...props}
    />
  )
  return unit?.units?.length ? (
    <div className="flex items-center gap-x-2 [&>:first-child]:min-w-0 [&>:first-child]:flex-1">
      {input}
      <UnitChoice {...unit} />
    </div>
  ) : (
    input
  )
}
