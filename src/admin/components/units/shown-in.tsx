import { useTranslation } from "react-i18next"

import { useShownUnits } from "../../hooks/use-shown-units"
import { type ItemUnits, unitOf } from "../../lib/units"
import { UnitSelect } from "./unit-select"

interface ShownInProps {
  itemId: string
  units: ItemUnits
}

/** In which unit an item's quantities are shown, on all pages; nothing where it has no choice of them. */
export function ShownIn({ itemId, units }: ShownInProps) {
  const { t } = useTranslation("stockroom")
  const [shown, show] = useShownUnits()
  const unit = unitOf(units, shown[itemId])
  if (!units || !unit || units.length < 2) {
    return null
  }
  return (
    <UnitSelect
      label={t("units.shownIn")}
      units={units}
      value={unit.key}
      onChange={(key) => show(itemId, key === units[0].key ? null : key)}
    />
  )
}
