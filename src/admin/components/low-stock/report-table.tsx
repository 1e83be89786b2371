import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { REPORT_PAGE, useReport } from "../../hooks/api/use-low-stock-report"
import { poolKey } from "../../lib/low-stock"
import { isReportFiltered, type ReportQuery } from "../../lib/report-query"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { Pages } from "../pages"
import { EmptyList } from "../empty-list"
import { ListTable } from "../list-table"
import { ReportRow } from "./report-row"

interface ReportTableProps {
  query: ReportQuery
  onPage: (page: number) => void
}

const FIGURES = ["available", "threshold", "perDay", "lasts", "order"] as const

/** What is watched, what is most urgent first. */
export function ReportTable({ query, onPage }: ReportTableProps) {
  const { t } = useTranslation("stockroom")
  const { data, isPending, isError, error, refetch, isPlaceholderData } = useReport(query)
  const failure = isError && (
    <LoadFailure title={t("lowStock.report.error")} error={error} retry={refetch} />
  )
  if (isPending) {
    return <LoadingRows rows={8} />
  }
  if (!data) {
    return failure
  }
  if (!data.report.length) {
    return (
      <>
        {failure}
        <NoRows query={query} />
      </>
    )
  }
  return (
    <>
      {failure}
      <ListTable
        label={t("lowStock.sections.report")}
        isStale={isPlaceholderData}
        head={
          <>
            <Table.HeaderCell>{t("lowStock.columns.item")}</Table.HeaderCell>
            <Table.HeaderCell>{t("lowStock.columns.status")}</Table.HeaderCell>
            {FIGURES.map((figure) => (
              <Table.HeaderCell key={figure} className="text-right">
                {t(`lowStock.columns.${figure}`)}
              </Table.HeaderCell>
            ))}
            <Table.HeaderCell>
              <span className="sr-only">{t("lowStock.report.why")}</span>
            </Table.HeaderCell>
          </>
        }
      >
        {data.report.map((row) => (
          <ReportRow
            key={poolKey(row)}
            row={row}
            names={data.names}
            units={data.units[row.inventory_item_id]}
            coverDays={data.cover_days}
          />
        ))}
      </ListTable>
      <Pages page={query.page} size={REPORT_PAGE} count={data.count} onChange={onPage} />
    </>
  )
}

function NoRows({ query }: { query: ReportQuery }) {
  const { t } = useTranslation("stockroom")
  return isReportFiltered(query) ? (
    <EmptyList title={t("lowStock.report.noMatch")} hint={t("lowStock.noMatchHint")} />
  ) : (
    <EmptyList
      title={t(`lowStock.report.empty.${query.tab}`)}
      hint={t("lowStock.report.emptyHint")}
      link={{ to: "/inventory/low-stock/rules", label: t("lowStock.toRules") }}
    />
  )
}
