import { Checkbox, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { UnitsByItem } from "../../../api/types/units"
import { useCover } from "../../hooks/api/use-low-stock-report"
import { useRunsOf } from "../../hooks/api/use-low-stock-runs"
import type { useSelection } from "../../hooks/use-selection"
import { type Alert, type LowStockNames, poolKey } from "../../lib/low-stock"
import { LoadFailure } from "../load-failure"
import { AlertRow } from "./alert-row"
import { ListTable } from "../list-table"

interface AlertTableProps {
  alerts: Alert[]
  names: LowStockNames
  units: UnitsByItem
  /** Whether the rows are those of before, while others are read. */
  isStale: boolean
  /** Null where nobody may choose anything. */
  selection: ReturnType<typeof useSelection<Alert>> | null
  open: (step: "resolve" | "mute", alert: Alert) => void
  show: (alert: Alert) => void
}

/** Alerts, each with how long its stock lasts and what was done about it. */
export function AlertTable(props: AlertTableProps) {
  const { alerts, names, units, isStale, selection, open, show } = props
  const { t } = useTranslation("stockroom")
  const runs = useRunsOf(alerts.map(({ id }) => id))
  const cover = useCover(alerts).data
  return (
    <>
      {runs.isError && !runs.data && (
        <LoadFailure title={t("lowStock.runs.error")} error={runs.error} retry={runs.refetch} />
      )}
      <ListTable
        label={t("lowStock.sections.alerts")}
        isStale={isStale}
        head={
          <>
            {selection && (
              <Table.HeaderCell className="w-5">
                <Checkbox
                  aria-label={t("lowStock.selectPage")}
                  checked={selection.pageChosen ?? "indeterminate"}
                  onCheckedChange={() => selection.choose(alerts, selection.pageChosen !== true)}
                />
              </Table.HeaderCell>
            )}
            <Table.HeaderCell>{t("lowStock.columns.item")}</Table.HeaderCell>
            <Table.HeaderCell>{t("lowStock.columns.left")}</Table.HeaderCell>
            <Table.HeaderCell>{t("lowStock.columns.since")}</Table.HeaderCell>
            <Table.HeaderCell>{t("lowStock.columns.status")}</Table.HeaderCell>
            <Table.HeaderCell>{t("lowStock.columns.actions")}</Table.HeaderCell>
            <Table.HeaderCell>
              <span className="sr-only">{t("lowStock.columns.menu")}</span>
            </Table.HeaderCell>
          </>
        }
      >
        {alerts.map((alert) => (
          <AlertRow
            key={alert.id}
            alert={alert}
            names={names}
            units={units[alert.inventory_item_id]}
            runs={(runs.data?.runs ?? []).filter(({ alert_id }) => alert_id === alert.id)}
            cover={cover?.get(poolKey(alert))?.days_of_cover}
            selection={selection}
            open={(step) => open(step, alert)}
            show={() => show(alert)}
          />
        ))}
      </ListTable>
    </>
  )
}
