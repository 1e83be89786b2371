import { Label, Select } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import { useShownUnits } from "../../hooks/use-shown-units"
import { type ItemUnits, unitOf } from "../../lib/units"

interface ShownInProps {
  itemId: string
  units: ItemUnits
}

/** In which unit an item's quantities are shown, on all pages; nothing where it has no choice of them. */
export function ShownIn({ itemId, units }: ShownInProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const [shown, show] = useShownUnits()
  const unit = unitOf(units, shown[itemId])
  if (!units || !unit || units.length < 2) {
    return null
  }
  return (
    <div className="flex items-center gap-x-2">
      <Label size="xsmall" id={id} className="text-ui-fg-subtle whitespace-nowrap">
        {t("units.shownIn")}
      </Label>
      <Select
        size="small"
        value={unit.key}
        onValueChange={(key) => show(itemId, key === units[0].key ? null : key)}
      >
        <Select.Trigger className="w-auto gap-x-1" aria-labelledby={id}>
          <Select.Value />
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
