import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { LocationInfo, MakeableUnits } from "../../../api/types/item-stock"
import { useFormats } from "../../hooks/use-formats"

interface MakeableProps {
  makeable: MakeableUnits
  locations: LocationInfo[]
}

/** How many of a kit the stock can make: as many as the scarcest item allows. */
export function Makeable({ makeable, locations }: MakeableProps) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  const names = new Map(locations.map(({ id, name }) => [id, name]))
  return (
    <div className="px-6 py-4">
      <div className="flex items-baseline justify-between gap-x-4">
        <Text size="small" weight="plus">
          {t("grid.makeable.title")}
        </Text>
        <Text size="small" weight="plus" className="tabular-nums">
          {quantity(makeable.together)}
        </Text>
      </div>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("grid.makeable.hint")}
      </Text>
      {makeable.by_location.length > 1 && (
        <ul className="pt-2">
          {makeable.by_location.map(({ location_id, quantity: units }) => (
            <li key={location_id} className="flex justify-between gap-x-4">
              <Text size="small" className="text-ui-fg-subtle">
                {t("grid.makeable.alone", { location: names.get(location_id) ?? location_id })}
              </Text>
              <Text size="small" className="text-ui-fg-subtle tabular-nums">
                {quantity(units)}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
