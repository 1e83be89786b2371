import { Badge, Button, Heading, Skeleton, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { HistoryEntry } from "../../api/types/history"
import { type HistoryQuery, useHistory } from "../hooks/api/use-history"

/** The history as a table: what happened, to what, by how much, what was left, and who did it. */
export function HistoryTable({ query }: { query: HistoryQuery }) {
  const { t } = useTranslation("stockroom")
  const { data, isPending, isError, error, refetch, hasNextPage, fetchNextPage, isFetching } =
    useHistory(query)

  if (isPending) {
    return (
      <div className="flex flex-col gap-y-2 px-6 py-4" aria-busy="true">
        {[1, 2, 3, 4, 5].map((row) => (
          <Skeleton key={row} className="h-8 w-full" />
        ))}
      </div>
    )
  }
  if (isError) {
    return (
      <div className="flex flex-col items-start gap-y-3 px-6 py-8">
        <Text>{t("history.error", { message: error.message })}</Text>
        <Button variant="secondary" size="small" onClick={() => refetch()}>
          {t("history.retry")}
        </Button>
      </div>
    )
  }
  const rows = data.pages.flatMap((page) => page.history)
  if (!rows.length) {
    return (
      <div className="flex flex-col items-center gap-y-1 px-6 py-16 text-center">
        <Heading level="h3">{t("history.empty")}</Heading>
        <Text className="text-ui-fg-subtle">{t("history.emptyHint")}</Text>
      </div>
    )
  }
  return (
    <>
      <div className="overflow-x-auto">
        <Table>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>{t("history.when")}</Table.HeaderCell>
              <Table.HeaderCell>{t("history.what")}</Table.HeaderCell>
              <Table.HeaderCell>{t("history.item")}</Table.HeaderCell>
              <Table.HeaderCell>{t("history.location")}</Table.HeaderCell>
              <Table.HeaderCell>{t("history.state")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">{t("history.quantity")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">{t("history.balance")}</Table.HeaderCell>
              <Table.HeaderCell>{t("history.who")}</Table.HeaderCell>
              <Table.HeaderCell>{t("history.why")}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {rows.map((row) => (
              <HistoryRow key={row.id} row={row} />
            ))}
          </Table.Body>
        </Table>
      </div>
      {hasNextPage && (
        <div className="flex justify-center p-4">
          <Button
            variant="secondary"
            size="small"
            isLoading={isFetching}
            onClick={() => fetchNextPage()}
          >
            {t("history.older")}
          </Button>
        </div>
      )}
    </>
  )
}

function HistoryRow({ row }: { row: HistoryEntry }) {
  const { t, i18n } = useTranslation("stockroom")
  const when = new Date(row.created_at)
  const rises = !row.quantity.startsWith("-")
  return (
    <Table.Row>
      <Table.Cell className="whitespace-nowrap">
        <time dateTime={row.created_at} title={when.toISOString()}>
          {new Intl.DateTimeFormat(i18n.language, {
            dateStyle: "medium",
            timeStyle: "short",
          }).format(when)}
        </time>
      </Table.Cell>
      <Table.Cell>
        <Badge size="2xsmall">{t(`kinds.${row.kind}`, { defaultValue: row.kind })}</Badge>
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        <Link
          className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
          to={`/inventory/${row.inventory_item_id}`}
        >
          {row.sku ?? row.inventory_item_id}
        </Link>
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">{row.location_name ?? row.location_id}</Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {t(`states.${row.state}`, { defaultValue: row.state })}
      </Table.Cell>
      <Table.Cell className="text-right tabular-nums">
        {rises ? `+${row.quantity}` : row.quantity}
      </Table.Cell>
      <Table.Cell className="text-right tabular-nums">{row.balance_after}</Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {row.actor_name ?? t(`actors.${row.actor_type}`)}
      </Table.Cell>
      <Table.Cell>
        {row.order_id ? (
          <Link
            className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover whitespace-nowrap"
            to={`/orders/${row.order_id}`}
          >
            {t("history.order")}
          </Link>
        ) : (
          [row.reason, row.note].filter(Boolean).join(": ") || "–"
        )}
      </Table.Cell>
    </Table.Row>
  )
}
