import { Badge, Button, Heading, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { HistoryEntry } from "../../api/types/history"
import { type HistoryQuery, useHistory } from "../hooks/api/use-history"
import { useFormats } from "../hooks/use-formats"
import { LoadFailure } from "./load-failure"
import { LoadingRows } from "./loading-rows"

/** The history as a table: what happened, to what, by how much, what was left, and who did it. */
export function HistoryTable({ query }: { query: HistoryQuery }) {
  const { t } = useTranslation("stockroom")
  const { data, isPending, isError, error, refetch, hasNextPage, fetchNextPage, isFetching } =
    useHistory(query)

  if (isPending) {
    return <LoadingRows rows={8} />
  }
  if (isError && !data) {
    return <LoadFailure title={t("history.error")} error={error} retry={refetch} />
  }
  const rows = data.pages.flatMap((page) => page.history)
  if (!rows.length) {
    const narrowed = Object.keys(query).length > 0
    return (
      <div className="flex flex-col items-center gap-y-1 px-6 py-16 text-center">
        <Heading level="h3">{t(narrowed ? "history.noMatch" : "history.empty")}</Heading>
        <Text className="text-ui-fg-subtle">
          {t(narrowed ? "history.noMatchHint" : "history.emptyHint")}
        </Text>
      </div>
    )
  }
  return (
    <>
      <div
        className="focus-visible:shadow-borders-focus overflow-x-auto outline-none"
        role="region"
        aria-label={t("history.title")}
        tabIndex={0}
      >
        <Table className="[&_td:not(:last-child)]:pr-4 [&_th:not(:last-child)]:pr-4">
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>{t("history.when")}</Table.HeaderCell>
              <Table.HeaderCell>{t("history.what")}</Table.HeaderCell>
              <Table.HeaderCell>{t("history.item")}</Table.HeaderCell>
              <Table.HeaderCell className={WIDE}>{t("history.location")}</Table.HeaderCell>
              <Table.HeaderCell>{t("history.state")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">{t("history.quantity")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">{t("history.balance")}</Table.HeaderCell>
              <Table.HeaderCell className={WIDE}>{t("history.who")}</Table.HeaderCell>
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
  const { t } = useTranslation("stockroom")
  const { moment, quantity, change } = useFormats()
  const who = row.actor_name ?? t(`actors.${row.actor_type}`)
  const location = row.location_name ?? row.location_id
  const why = [row.reason && t(`reasons.${row.reason}`, { defaultValue: row.reason }), row.note]
    .filter(Boolean)
    .join(": ")
  return (
    <Table.Row>
      <Table.Cell className="whitespace-nowrap">
        <time dateTime={row.created_at} title={row.created_at}>
          {moment(row.created_at)}
        </time>
        <div className={NARROW}>{who}</div>
      </Table.Cell>
      <Table.Cell>
        <Badge size="2xsmall" className="whitespace-nowrap">
          {t(`kinds.${row.kind}`, { defaultValue: row.kind })}
        </Badge>
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        <Link className={LINK} to={`/inventory/${row.inventory_item_id}`}>
          {row.sku ?? row.inventory_item_id}
        </Link>
        <div className={NARROW}>{location}</div>
      </Table.Cell>
      <Table.Cell className={`${WIDE} whitespace-nowrap`}>{location}</Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {t(`states.${row.state}`, { defaultValue: row.state })}
      </Table.Cell>
      <Table.Cell className="text-right tabular-nums">{change(row.quantity)}</Table.Cell>
      <Table.Cell className="text-right tabular-nums">{quantity(row.balance_after)}</Table.Cell>
      <Table.Cell className={`${WIDE} whitespace-nowrap`}>{who}</Table.Cell>
      <Table.Cell className="min-w-32 max-w-80 break-words">
        {row.order_id && (
          <Link className={LINK} to={`/orders/${row.order_id}`}>
            {t("history.order")}
          </Link>
        )}
        {row.order_id && why && " · "}
        {why || (!row.order_id && "–")}
      </Table.Cell>
    </Table.Row>
  )
}

/** Where there is no room, location and actor stand below what they belong to. */
const WIDE = "hidden 2xl:table-cell"
const NARROW = "txt-compact-xsmall text-ui-fg-muted 2xl:hidden"
const LINK =
  "text-ui-fg-interactive hover:text-ui-fg-interactive-hover focus-visible:shadow-borders-focus rounded-sm outline-none"
