import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { BACK_IN_STOCK_PAGE, useBackInStockDemand } from "../../hooks/api/use-back-in-stock"
import { useFormats } from "../../hooks/use-formats"
import { whoWaitsFor } from "../../lib/back-in-stock-query"
import { LINK } from "../../lib/link-style"
import { ListTable } from "../list-table"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { Pages } from "../pages"
import { Nobody } from "./nobody"
import { VariantCell } from "./variant-cell"

interface DemandTableProps {
  page: number
  onPage: (page: number) => void
}

const COLUMNS = ["variant", "waiting", "since", "unconfirmed", "told"] as const

/** What is waited for, by how many. */
export function DemandTable({ page, onPage }: DemandTableProps) {
  const { t } = useTranslation("stockroom")
  const { moment, quantity } = useFormats()
  const { data, isPending, isError, error, refetch, isPlaceholderData } = useBackInStockDemand(page)
  if (isPending) {
    return <LoadingRows rows={6} />
  }
  const failure = isError && (
    <LoadFailure title={t("backInStock.error")} error={error} retry={refetch} />
  )
  if (!data?.demand.length) {
    return data ? <Nobody enabled={data.enabled} /> : failure
  }
  return (
    <>
      {failure}
      <ListTable
        label={t("backInStock.tabs.demand")}
        isStale={isPlaceholderData}
        head={COLUMNS.map((column) => (
          <Table.HeaderCell key={column}>{t(`backInStock.columns.${column}`)}</Table.HeaderCell>
        ))}
      >
        {data.demand.map((row) => (
          <Table.Row key={row.variant_id} className="[&_td]:py-3">
            <Table.Cell className="min-w-48">
              <VariantCell id={row.variant_id} variants={data.variants} />
            </Table.Cell>
            <Table.Cell className="tabular-nums">
              <Link
                className={LINK}
                to={whoWaitsFor(row.variant_id)}
                aria-label={t("backInStock.people", { count: row.waiting })}
              >
                {quantity(String(row.waiting))}
              </Link>
            </Table.Cell>
            <Table.Cell>{row.waiting_since && moment(String(row.waiting_since))}</Table.Cell>
            <Table.Cell className="tabular-nums">{quantity(String(row.unconfirmed))}</Table.Cell>
            <Table.Cell className="tabular-nums">{quantity(String(row.told))}</Table.Cell>
          </Table.Row>
        ))}
      </ListTable>
      <Pages page={page} size={BACK_IN_STOCK_PAGE} count={data.count} onChange={onPage} />
    </>
  )
}
