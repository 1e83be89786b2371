import { Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { RUNS_PAGE, useRuns } from "../../hooks/api/use-low-stock-runs"
import { useFormats } from "../../hooks/use-formats"
import { usePlaceName } from "../../hooks/use-place-name"
import { useRunName } from "../../hooks/use-run-name"
import { alertPath } from "../../lib/alert-query"
import { LINK } from "../../lib/link-style"
import { isFiltered } from "../../lib/list-query"
import type { ActionRun, LowStockNames } from "../../lib/low-stock"
import { itemName } from "../../lib/names"
import type { RunQuery } from "../../lib/run-query"
import type { ItemUnits } from "../../lib/units"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { Pages } from "../pages"
import { EmptyList } from "../empty-list"
import { ItemCell } from "./item-cell"
import { ListTable } from "../list-table"
import { RetryButton } from "./retry-button"
import { RunOutcome } from "./run-outcome"
import { RunStatus } from "./run-status"

interface RunTableProps {
  query: RunQuery
  onPage: (page: number) => void
}

/** What was done about low stock, the latest first. */
export function RunTable({ query, onPage }: RunTableProps) {
  const { t } = useTranslation("stockroom")
  const { data, isPending, isError, error, refetch, isPlaceholderData } = useRuns(query)
  const failure = isError && (
    <LoadFailure title={t("lowStock.runs.error")} error={error} retry={refetch} />
  )
  if (isPending) {
    return <LoadingRows rows={8} />
  }
  if (!data) {
    return failure
  }
  if (!data.runs.length) {
    const says = isFiltered(query) || query.tab !== "all" ? "noMatch" : "empty"
    return (
      <>
        {failure}
        <EmptyList title={t(`lowStock.runs.${says}`)} hint={t(`lowStock.runs.${says}Hint`)} />
      </>
    )
  }
  return (
    <>
      {failure}
      <ListTable
        label={t("lowStock.sections.runs")}
        isStale={isPlaceholderData}
        head={(["when", "action", "item", "status", "outcome", "menu"] as const).map((column) => (
          <Table.HeaderCell key={column}>
            <span className={column === "menu" ? "sr-only" : ""}>
              {t(`lowStock.columns.${column}`)}
            </span>
          </Table.HeaderCell>
        ))}
      >
        {data.runs.map((run) => (
          <RunRow
            key={run.id}
            run={run}
            names={data.names}
            units={data.units[run.inventory_item_id]}
          />
        ))}
      </ListTable>
      <Pages page={query.page} size={RUNS_PAGE} count={data.count} onChange={onPage} />
    </>
  )
}

interface RunRowProps {
  run: ActionRun
  names: LowStockNames
  units: ItemUnits
}

function RunRow({ run, names, units }: RunRowProps) {
  const { t } = useTranslation("stockroom")
  const { moment } = useFormats()
  const runName = useRunName()
  const placeName = usePlaceName()
  const item = `${itemName(names, run.inventory_item_id)}, ${placeName(run, names)}`
  return (
    <Table.Row className="[&_td]:py-3 [&_td]:align-top">
      <Table.Cell className="min-w-28">
        <time dateTime={run.created_at}>{moment(run.created_at)}</time>
      </Table.Cell>
      <Table.Cell className="min-w-32">
        <Text size="small" weight="plus">
          {runName(run)}
        </Text>
        <Link
          className={`${LINK} txt-compact-xsmall`}
          to={alertPath(run.alert_id)}
          aria-label={t("lowStock.runs.alertOf", { item, interpolation: { escapeValue: false } })}
        >
          {t("lowStock.alert")}
        </Link>
      </Table.Cell>
      <Table.Cell>
        <ItemCell pool={run} names={names} />
      </Table.Cell>
      <Table.Cell>
        <RunStatus run={run} />
      </Table.Cell>
      <Table.Cell className="min-w-48">
        <RunOutcome run={run} units={units} />
      </Table.Cell>
      <Table.Cell className="text-right">
        <RetryButton run={run} name={`${runName(run)}, ${item}`} />
      </Table.Cell>
    </Table.Row>
  )
}
