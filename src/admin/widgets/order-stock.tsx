import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Badge, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { HistoryEntry } from "../../api/types/history"
import { useHistory } from "../hooks/api/use-history"

/** What has happened to an order's stock, newest first. */
const OrderStock = ({ data: order }: { data: { id: string } }) => {
  const { t } = useTranslation("stockroom")
  const { data, isPending, isError } = useHistory({ order_id: order.id })
  const rows = data?.pages[0].history ?? []
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <Heading level="h2">{t("order.title")}</Heading>
        {rows.length > 0 && (
          <Link
            className="text-ui-fg-interactive txt-compact-small"
            to={`/inventory/history?order_id=${order.id}`}
          >
            {t("order.all")}
          </Link>
        )}
      </div>
      {isPending && <Skeleton className="m-6 h-12" aria-busy="true" />}
      {isError && <Text className="px-6 py-4">{t("order.error")}</Text>}
      {!isPending && !isError && !rows.length && (
        <Text className="text-ui-fg-subtle px-6 py-4" size="small">
          {t("order.empty")}
        </Text>
      )}
      {byMovement(rows).map(([movementId, [first, ...rest]]) => (
        <div key={movementId} className="flex items-start justify-between gap-x-2 px-6 py-3">
          <div>
            <Text size="small" weight="plus">
              {first.sku ?? first.inventory_item_id}
            </Text>
            <Text size="small" className="text-ui-fg-subtle">
              {[first, ...rest]
                .map((row) => `${t(`states.${row.state}`)} ${signed(row.quantity)}`)
                .join(", ")}
            </Text>
            <Text size="xsmall" className="text-ui-fg-muted">
              {first.location_name ?? first.location_id}
            </Text>
          </div>
          <Badge size="2xsmall">{t(`kinds.${first.kind}`, { defaultValue: first.kind })}</Badge>
        </div>
      ))}
    </Container>
  )
}

function byMovement(rows: HistoryEntry[]): [string, HistoryEntry[]][] {
  const movements = new Map<string, HistoryEntry[]>()
  for (const row of rows) {
    movements.set(row.movement_id, [...(movements.get(row.movement_id) ?? []), row])
  }
  return [...movements]
}

function signed(quantity: string): string {
  return quantity.startsWith("-") ? quantity : `+${quantity}`
}

export const config = defineWidgetConfig({
  id: "stockroom-order-stock",
  zone: "order.details.side",
})

export default OrderStock
