import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { TransfersResponse } from "../../../api/types/transfers"
import { TRANSFERS_PAGE, useTransfers } from "../../hooks/api/use-transfers"
import { useFormats } from "../../hooks/use-formats"
import { useMay } from "../../hooks/use-may"
import { LINK } from "../../lib/link-style"
import { locationName } from "../../lib/names"
import { isNarrowed, type TransferQuery } from "../../lib/transfer-query"
import { EmptyList } from "../empty-list"
import { ListTable } from "../list-table"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { Pages } from "../pages"
import { Expected } from "./expected"
import { TransferProgress } from "./transfer-progress"
import { TransferStatus } from "./transfer-status"

interface TransferTableProps {
  query: TransferQuery
  onPage: (page: number) => void
}

/** The transfers that a query leaves, newest first. */
export function TransferTable({ query, onPage }: TransferTableProps) {
  const { t } = useTranslation("stockroom")
  const { data, isPending, isError, error, refetch, isPlaceholderData } = useTransfers(query)
  if (isPending) {
    return <LoadingRows rows={8} />
  }
  if (isError && !data) {
    return <LoadFailure title={t("transfers.error")} error={error} retry={refetch} />
  }
  if (!data.transfers.length) {
    return <NoTransfers narrowed={isNarrowed(query)} />
  }
  return (
    <>
      {isError && <LoadFailure title={t("transfers.error")} error={error} retry={refetch} />}
      <ListTable
        label={t("transfers.title")}
        isStale={isPlaceholderData}
        head={
          <>
            <Table.HeaderCell>{t("transfers.number")}</Table.HeaderCell>
            <Table.HeaderCell>{t("transfers.route")}</Table.HeaderCell>
            <Table.HeaderCell>{t("transfers.statusColumn")}</Table.HeaderCell>
            <Table.HeaderCell>{t("transfers.items")}</Table.HeaderCell>
            <Table.HeaderCell>{t("transfers.expected")}</Table.HeaderCell>
            <Table.HeaderCell>{t("transfers.reference")}</Table.HeaderCell>
          </>
        }
      >
        {data.transfers.map((transfer) => (
          <TransferRow key={transfer.id} transfer={transfer} names={data.names} />
        ))}
      </ListTable>
      <Pages page={query.page} size={TRANSFERS_PAGE} count={data.count} onChange={onPage} />
    </>
  )
}

interface TransferRowProps {
  transfer: TransfersResponse["transfers"][number]
  names: TransfersResponse["names"]
}

function TransferRow({ transfer, names }: TransferRowProps) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  const { totals } = transfer
  return (
    <Table.Row>
      <Table.Cell className="whitespace-nowrap">
        <Link className={LINK} to={`/inventory/transfers/${transfer.id}`}>
          {transfer.number}
        </Link>
      </Table.Cell>
      <Table.Cell className="max-w-64 py-2">
        <span className="break-words">
          {t("transfers.fromTo", {
            from: locationName(names, transfer.origin_id),
            to: locationName(names, transfer.destination_id),
          })}
        </span>
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        <TransferStatus status={transfer.status} />
      </Table.Cell>
      <Table.Cell className="min-w-36 py-2">
        <div className="flex flex-col gap-y-1.5 tabular-nums">
          {t(totals.lines === 1 ? "transfers.itemAndUnits" : "transfers.itemsAndUnits", {
            items: totals.lines,
            units: quantity(totals.quantity),
          })}
          {transfer.status !== "draft" && <TransferProgress progress={totals} />}
        </div>
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        <Expected transfer={transfer} />
      </Table.Cell>
      <Table.Cell className="max-w-48">
        <div className="truncate" title={transfer.reference ?? undefined}>
          {transfer.reference ?? "–"}
        </div>
      </Table.Cell>
    </Table.Row>
  )
}

function NoTransfers({ narrowed }: { narrowed: boolean }) {
  const { t } = useTranslation("stockroom")
  const may = useMay()
  return narrowed ? (
    <EmptyList title={t("transfers.noMatch")} hint={t("transfers.noMatchHint")} />
  ) : (
    <EmptyList
      title={t("transfers.empty")}
      hint={t("transfers.emptyHint")}
      link={
        may("transfers")
          ? { to: "/inventory/transfers/create", label: t("transfers.create") }
          : undefined
      }
    />
  )
}
