import { DatePicker, Label } from "@medusajs/ui"
import { useId } from "react"

interface DayFieldProps {
  label: string
  value: Date | null
  min?: Date
  max?: Date
  onChange: (day: Date | null) => void
}

/** A day. */
export function DayField({ label, value, min, max, onChange }: DayFieldProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="xsmall" id={id}>
        {label}
      </Label>
      <DatePicker
        size="small"
        aria-labelledby={id}
        value={value}
        minValue={min}
        maxValue={max}
        onChange={onChange}
      />
    </div>
  )
}
