import { useTranslation } from "react-i18next"

import type { TransferResponse } from "../../../api/types/transfers"
import type { Quantity } from "../../../core/quantity"
import { useRights } from "../../hooks/api/use-rights"
import { useUnitText } from "../../hooks/use-unit-text"
import { mostAt } from "../../lib/grant-limits"
import { itemTitle } from "../../lib/item-levels"
import { locationName } from "../../lib/names"
import { EffectLines } from "../levels/effect-lines"

interface BeyondLimitProps {
  answer: TransferResponse
  /** The end at which the person works. */
  end: "origin" | "destination"
  /** How much of an item the step is about. */
  quantityOf: (line: TransferResponse["transfer"]["lines"][number]) => Quantity
}

/** Which items of a step are more than the person who looks may change at a time; nothing when none is. */
export function BeyondLimit({ answer, end, quantityOf }: BeyondLimitProps) {
  const { t } = useTranslation("stockroom")
  const { named } = useUnitText()
  const granted = useRights().data?.grants ?? null
  const { transfer, names, units } = answer
  const locationId = end === "origin" ? transfer.origin_id : transfer.destination_id
  const most = mostAt(granted, "transfers", locationId)
  const beyond = most ? transfer.lines.filter((line) => quantityOf(line).isGreaterThan(most)) : []
  return (
    <div className="empty:hidden" aria-live="polite">
      <EffectLines
        title={t("levels.effect.beyond", { number: beyond.length })}
        lines={beyond.map((line) => ({
          key: line.id,
          text: t("levels.effect.most", {
            item: itemTitle(line),
            location: locationName(names, locationId),
            quantity: named(line.inventory_item_id, units, quantityOf(line).toFixed()),
            most: named(line.inventory_item_id, units, most?.toFixed() ?? "0"),
          }),
        }))}
      />
    </div>
  )
}
