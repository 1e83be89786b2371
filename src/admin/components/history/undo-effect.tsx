import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { Names } from "../../../api/types/names"
import type { UndoPreviewResponse } from "../../../api/types/undo"
import type { UnitsByItem } from "../../../api/types/units"
import { useUnitText } from "../../hooks/use-unit-text"
import { itemName, locationName } from "../../lib/names"
import { undoneLevels } from "../../lib/undo"

interface UndoEffectProps {
  rows: UndoPreviewResponse["undo"]["rows"]
  names: Names
  units: UnitsByItem
}

/** What undoing would leave, level by level and state by state. */
export function UndoEffect({ rows, names, units }: UndoEffectProps) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useUnitText()
  return (
    <div className="bg-ui-bg-subtle border-ui-border-base flex flex-col gap-y-3 rounded-lg border p-3">
      <Text size="small" weight="plus">
        {t("history.undo.effect")}
      </Text>
      {undoneLevels(rows).map(({ key, itemId, locationId, rows: states }) => (
        <div key={key} className="flex flex-col gap-y-1">
          <Text size="small" className="text-ui-fg-subtle break-words">
            {t("history.undo.level", {
              item: itemName(names, itemId),
              location: locationName(names, locationId),
            })}
          </Text>
          {states.map((row, index) => (
            <div key={index} className="flex items-center justify-between gap-x-4">
              <Text size="small">{t(`states.${row.state}`, { defaultValue: row.state })}</Text>
              <div className="flex items-center gap-x-2">
                {row.negative && (
                  <Badge size="2xsmall" color="red">
                    {t("history.undo.belowZero")}
                  </Badge>
                )}
                <Text size="small" className="tabular-nums">
                  {t("history.undo.change", {
                    before: quantity(itemId, units, row.before),
                    after: quantity(itemId, units, row.after),
                  })}
                </Text>
              </div>
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
