import { DatePicker, Label } from "@medusajs/ui"
import { useId } from "react"

import { FieldError } from "./field-error"

interface DayFieldProps {
  label: string
  value: Date | null
  min?: Date
  max?: Date
  error?: string
  /** Of the label; `small` stands out, as the fields of a form do. */
  size?: "xsmall" | "small"
  onChange: (day: Date | null) => void
}

/** A day. */
export function DayField({
  label,
  value,
  min,
  max,
  error,
  size = "xsmall",
  onChange,
}: DayFieldProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label size={size} weight={size === "small" ? "plus" : "regular"} id={id}>
        {label}
      </Label>
      <DatePicker
        size="small"
        aria-labelledby={id}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
        value={value}
        minValue={min}
        maxValue={max}
        onChange={onChange}
      />
      <FieldError id={`${id}-error`} text={error} />
    </div>
  )
}
