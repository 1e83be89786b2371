import { Hint, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { Names } from "../../../api/types/names"
import { useFormats } from "../../hooks/use-formats"
import type { LevelEffect } from "../../lib/dispositions"
import { itemName, locationName } from "../../lib/names"

/** What saving would do to the levels, figure by figure. */
export function EffectList({ effects, names }: { effects: LevelEffect[]; names: Names }) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
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
                    before: quantity(before),
                    after: quantity(after),
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
