import { Label, Select } from "@medusajs/ui"
import { useId } from "react"

import type { ItemUnits } from "../../lib/units"

interface UnitSelectProps {
  /** Beside the choice. */
  label: string
  units: NonNullable<ItemUnits>
  /** A unit's key; empty while none is chosen. */
  value: string
  /** What stands there while none is chosen. */
  placeholder?: string
  disabled?: boolean
  onChange: (key: string) => void
}

/** One of an item's units, in a line with its label. */
export function UnitSelect(props: UnitSelectProps) {
  const { label, units, value, placeholder, disabled, onChange } = props
  const id = useId()
  return (
    <div className="flex items-center gap-x-2">
      <Label size="xsmall" id={id} className="text-ui-fg-subtle whitespace-nowrap">
        {label}
      </Label>
      <Select size="small" value={value} disabled={disabled} onValueChange={onChange}>
        <Select.Trigger className="w-auto gap-x-1" aria-labelledby={id}>
          <Select.Value placeholder={placeholder} />
        </Select.Trigger>
        <Select.Content>
          {units.map(({ key, name }) => (
            <Select.Item key={key} value={key}>
              {name}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
