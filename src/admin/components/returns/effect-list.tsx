import { Hint, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { Names } from "../../../api/types/names"
import type { UnitsByItem } from "../../../api/types/units"
import { useUnitText } from "../../hooks/use-unit-text"
import type { LevelEffect } from "../../lib/dispositions"
import { itemName, locationName } from "../../lib/names"

interface EffectListProps {
  effects: LevelEffect[]
  names: Names
  units: UnitsByItem
}

/** What saving would do to the levels, figure by figure. */
export function EffectList({ effects, names, units }: EffectListProps) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useUnitText()
  return (
    <div
      className="bg-ui-bg-subtle border-ui-border-base flex flex-col gap-y-2 rounded-lg border p-3"
      aria-live="polite"
    >
      <Text size="small" weight="plus">
        {t("returns.effect.title")}
      </Text>
      {effects.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("returns.effect.none")}
        </Text>
      )}
      {effects.map(({ itemId, locationId, effects: figures }) => (
        <div key={`${itemId} ${locationId}`}>
          <Text size="small" className="text-ui-fg-subtle">
            {t("returns.effect.level", {
              item: itemName(names, itemId),
              location: locationName(names, locationId),
            })}
          </Text>
          {figures.map(({ figure, before, after, short }) => (
            <div key={figure}>
              <div className="flex justify-between gap-x-4">
                <Text size="small">{t(`states.${figure}`)}</Text>
                <Text size="small" className="tabular-nums">
                  {t("returns.effect.change", {
                    before: quantity(itemId, units, before),
                    after: quantity(itemId, units, after),
                  })}
                </Text>
              </div>
              {short && <Hint variant="error">{t("returns.effect.short")}</Hint>}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
