import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { Names } from "../../../api/types/names"
import type { UnitsByItem } from "../../../api/types/units"
import { useUnitText } from "../../hooks/use-unit-text"
import type { CommittedLine, CommittedPart } from "../../lib/committed-lines"
import { itemName, locationName } from "../../lib/names"
import { SectionHeading } from "../section-heading"

/** What the items are called and measured in. */
interface About {
  names: Names
  units: UnitsByItem
}

/** Where each line's items are committed, and why there. */
export function CommittedSection({ lines, ...about }: { lines: CommittedLine[] } & About) {
  const { t } = useTranslation("stockroom")
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <SectionHeading>{t("order.committed")}</SectionHeading>
      {lines.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("order.nothingCommitted")}
        </Text>
      )}
      <ul className="flex flex-col gap-y-3">
        {lines.map((line) => (
          <li key={line.lineItemId} className="flex flex-col gap-y-1">
            <Text size="small" className="text-ui-fg-subtle">
              {line.title ?? t("order.formerLine")}
            </Text>
            {line.parts.map((part) => (
              <Part key={part.reservationId} part={part} {...about} />
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Part({ part, names, units }: { part: CommittedPart } & About) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useUnitText()
  const location = locationName(names, part.locationId)
  const why = part.decision
    ? t(`order.reasons.${part.decision.reason}`, { location, defaultValue: part.decision.reason })
    : t("order.reasons.later", { location })
  const how =
    part.decision && BY_STRATEGY.has(part.decision.reason)
      ? t(`order.strategies.${part.decision.strategy}`, { defaultValue: part.decision.strategy })
      : null
  return (
    <div>
      <div className="flex items-baseline justify-between gap-x-4">
        <Text size="small" weight="plus" className="break-words">
          {t("quantityOf", {
            quantity: quantity(part.itemId, units, part.quantity),
            item: itemName(names, part.itemId),
          })}
        </Text>
        <Text size="small" weight="plus" className="shrink-0">
          {location}
        </Text>
      </div>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {how ? t("order.why", { reason: why, strategy: how }) : why}
      </Text>
    </div>
  )
}

/** The reasons that a strategy has given. */
const BY_STRATEGY = new Set(["covers", "together", "backorder"])
