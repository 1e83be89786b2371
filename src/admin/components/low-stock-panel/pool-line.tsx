import { Button, StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { useFormats } from "../../hooks/use-formats"
import { useItemText } from "../../hooks/use-unit-text"
import { useMayAtPool } from "../../hooks/use-may-at-pool"
import { usePlaceName } from "../../hooks/use-place-name"
import { alertPath } from "../../lib/alert-query"
import { LINK } from "../../lib/link-style"
import type { Alert, LowStockNames, ReportRow } from "../../lib/low-stock"
import {
  locationOfTarget,
  type RuledPool,
  ruleOrigin,
  type RuleTarget,
  ruleTarget,
} from "../../lib/low-stock-of-item"
import { itemName } from "../../lib/names"
import type { ItemUnits } from "../../lib/units"
import { ReorderStatus } from "../low-stock/reorder-status"
import { CoverLine } from "./cover-line"

interface PoolLineProps {
  pool: RuledPool
  names: LowStockNames
  units: ItemUnits
  /** How long it lasts; undefined while that is not known, and where the rule is off. */
  cover: ReportRow | undefined
  /** Opens the drawer of a rule. */
  edit: (target: RuleTarget) => void
}

/** A stock that is watched: how much is left of it, which rule decides, and what that means. */
export function PoolLine({ pool, names, units, cover, edit }: PoolLineProps) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useItemText(pool.inventory_item_id, units)
  const place = usePlaceName()(pool, names)
  const may = useMayAtPool()
  const { rule, available, low, alert } = pool
  const item = `${itemName(names, pool.inventory_item_id)}, ${place}`
  const origin = ruleOrigin(pool)
  const target = ruleTarget(pool)
  const action = origin === "default" ? "set" : "change"
  return (
    <li className="flex flex-col gap-y-0.5 px-6 py-3">
      <div className="flex items-start justify-between gap-x-4">
        <Text size="small" weight="plus" className="min-w-0 break-words">
          {place}
        </Text>
        {rule.enabled ? (
          <ReorderStatus status={low ? "low" : (cover?.status ?? "ok")} />
        ) : (
          <StatusBadge color="grey">{t("lowStockRules.state.off")}</StatusBadge>
        )}
      </div>
      <div className="flex flex-wrap items-baseline gap-x-2">
        <Text size="small" className="tabular-nums">
          {t("lowStockPanel.left", {
            available: quantity(available),
            threshold: quantity(rule.threshold),
          })}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t(`lowStockPanel.decides.${origin}`)}
        </Text>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        {rule.enabled && <CoverLine row={cover} units={units} item={item} />}
        {may({ location_id: locationOfTarget(target) }) && (
          <Button
            variant="transparent"
            size="small"
            className="-mr-2 ml-auto"
            aria-label={t(`lowStockPanel.${action}Of`, {
              item,
              interpolation: { escapeValue: false },
            })}
            onClick={() => edit(target)}
          >
            {t(`lowStockPanel.${action}`)}
          </Button>
        )}
      </div>
      {alert && <AlertLink alert={alert} />}
    </li>
  )
}

/** The alert that stands, with the way to all that can be done about it. */
function AlertLink({ alert }: { alert: Alert }) {
  const { t } = useTranslation("stockroom")
  const { day } = useFormats()
  return (
    <Link className={`${LINK} txt-compact-small self-start`} to={alertPath(alert.id)}>
      {t(`lowStockPanel.alert.${alert.status}`, { day: day(new Date(alert.opened_at)) })}
    </Link>
  )
}
