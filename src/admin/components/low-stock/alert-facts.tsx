import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { useCover } from "../../hooks/api/use-low-stock-report"
import { useItemText } from "../../hooks/use-unit-text"
import { LINK } from "../../lib/link-style"
import { type Alert, poolKey } from "../../lib/low-stock"
import type { ItemUnits } from "../../lib/units"
import { AlertStatus } from "./alert-status"
import { CoverText } from "./cover-text"

/** How an alert's stock is now. */
export function AlertFacts({ alert, units }: { alert: Alert; units: ItemUnits }) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useItemText(alert.inventory_item_id, units)
  const cover = useCover([alert]).data
  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex items-start justify-between gap-x-4">
        <AlertStatus alert={alert} />
        <Link className={`${LINK} txt-compact-small`} to={`/inventory/${alert.inventory_item_id}`}>
          {t("lowStock.toItem")}
        </Link>
      </div>
      <dl className="grid grid-cols-3 gap-x-4">
        {[
          [t("lowStock.columns.left"), quantity(alert.current)],
          [t("lowStock.columns.threshold"), quantity(alert.threshold)],
          [
            t("lowStock.columns.lasts"),
            <CoverText key="cover" days={cover?.get(poolKey(alert))?.days_of_cover} />,
          ],
        ].map(([name, value], index) => (
          <div key={index}>
            <dt className="txt-compact-xsmall text-ui-fg-subtle">{name}</dt>
            <dd>
              <Text size="small" weight="plus" className="tabular-nums">
                {value}
              </Text>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
