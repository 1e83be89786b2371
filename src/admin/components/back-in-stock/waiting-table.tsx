import { Button, StatusBadge, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { BackInStockStatus } from "../../../core/back-in-stock"
import { BACK_IN_STOCK_PAGE, useBackInStock } from "../../hooks/api/use-back-in-stock"
import { useFormats } from "../../hooks/use-formats"
import type { BackInStockPageQuery } from "../../lib/back-in-stock-query"
import { EmptyList } from "../empty-list"
import { SearchField } from "../levels/search-field"
import { ListTable } from "../list-table"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { Pages } from "../pages"
import { ForgetButton } from "./forget-button"
import { Nobody } from "./nobody"
import { VariantCell } from "./variant-cell"

interface WaitingTableProps {
  query: BackInStockPageQuery
  onChange: (query: BackInStockPageQuery) => void
}

const COLUMNS = ["email", "variant", "status", "asked", "menu"] as const
const COLORS: Record<BackInStockStatus, "grey" | "blue" | "green" | "red"> = {
  unconfirmed: "grey",
  waiting: "blue",
  told: "green",
  unsubscribed: "grey",
  failed: "red",
}

/** Who waits, and who has waited. */
export function WaitingTable({ query, onChange }: WaitingTableProps) {
  const { t } = useTranslation("stockroom")
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 px-6 py-3" role="search">
        <SearchField
          label={t("backInStock.search")}
          value={query.q}
          onChange={(q) => onChange({ ...query, q, page: 0 })}
        />
        {query.filters.variant_id && (
          <Button
            size="small"
            variant="secondary"
            onClick={() => onChange({ ...query, filters: {}, page: 0 })}
          >
            {t("backInStock.all")}
          </Button>
        )}
      </div>
      <People query={query} onPage={(page) => onChange({ ...query, page })} />
    </>
  )
}

interface PeopleProps {
  query: BackInStockPageQuery
  onPage: (page: number) => void
}

function People({ query: { q, filters, page }, onPage }: PeopleProps) {
  const { t } = useTranslation("stockroom")
  const { moment } = useFormats()
  const { data, isPending, isError, error, refetch, isPlaceholderData } = useBackInStock(page, {
    ...(q && { q }),
    ...filters,
  })
  if (isPending) {
    return <LoadingRows rows={8} />
  }
  const failure = isError && (
    <LoadFailure title={t("backInStock.error")} error={error} retry={refetch} />
  )
  if (!data?.back_in_stock.length) {
    if (!data) return failure
    return q || filters.variant_id ? (
      <EmptyList title={t("backInStock.noMatch")} hint={t("backInStock.noMatchHint")} />
    ) : (
      <Nobody enabled={data.enabled} />
    )
  }
  return (
    <>
      {failure}
      <ListTable
        label={t("backInStock.tabs.people")}
        isStale={isPlaceholderData}
        head={COLUMNS.map((column) => (
          <Table.HeaderCell key={column}>
            <span className={column === "menu" ? "sr-only" : ""}>
              {t(`backInStock.columns.${column}`)}
            </span>
          </Table.HeaderCell>
        ))}
      >
        {data.back_in_stock.map((one) => (
          <Table.Row key={one.id} className="[&_td]:py-3">
            <Table.Cell className="min-w-40">{one.email}</Table.Cell>
            <Table.Cell className="min-w-48">
              <VariantCell id={one.variant_id} variants={data.variants} />
            </Table.Cell>
            <Table.Cell>
              <StatusBadge color={COLORS[one.status]}>
                {t(`backInStock.status.${one.status}`)}
              </StatusBadge>
              {one.last_error && (
                <Text size="xsmall" className="text-ui-fg-subtle">
                  {one.last_error}
                </Text>
              )}
            </Table.Cell>
            <Table.Cell>{moment(String(one.created_at))}</Table.Cell>
            <Table.Cell className="text-right">
              <ForgetButton id={one.id} email={one.email} />
            </Table.Cell>
          </Table.Row>
        ))}
      </ListTable>
      <Pages page={page} size={BACK_IN_STOCK_PAGE} count={data.count} onChange={onPage} />
    </>
  )
}
