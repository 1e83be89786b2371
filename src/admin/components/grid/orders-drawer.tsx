import { Drawer, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { Commitment } from "../../../api/types/item-stock"
import { useCommitments } from "../../hooks/api/use-commitments"
import { useFormats } from "../../hooks/use-formats"
import { itemTitle, namesOf } from "../../lib/item-levels"
import { LINK } from "../../lib/link-style"
import { locationName } from "../../lib/names"
import { DrawerHeading } from "../drawer-heading"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { Pages } from "../pages"
import type { ItemDrawerProps } from "./item-drawer"
import { useNumberText } from "./number-context"

const PAGE = 20

interface OrdersDrawerProps extends ItemDrawerProps {
  /** Null for all locations. */
  locationId: string | null
}

/** The orders that an item is committed to. */
export function OrdersDrawer(props: OrdersDrawerProps) {
  const { item, locations, locationId, open, onOpenChange, onCloseAutoFocus } = props
  const { t } = useTranslation("stockroom")
  const values = {
    item: itemTitle(item),
    location: locationId && locationName(namesOf(item, locations), locationId),
  }
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Content onCloseAutoFocus={onCloseAutoFocus}>
        <DrawerHeading
          title={t("grid.orders.title")}
          description={locationId ? t("grid.at", values) : t("grid.atAll", values)}
        />
        <Drawer.Body className="overflow-y-auto px-0 py-0">
          <Orders {...props} />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

function Orders({ item, locations, locationId }: OrdersDrawerProps) {
  const { t } = useTranslation("stockroom")
  const [page, setPage] = useState(0)
  const { data, isPending, isError, error, refetch } = useCommitments(
    item.inventory_item_id,
    locationId,
    { page, size: PAGE }
  )
  if (isPending) {
    return <LoadingRows rows={6} />
  }
  if (isError && !data) {
    return <LoadFailure title={t("grid.orders.error")} error={error} retry={refetch} />
  }
  if (!data.count) {
    return (
      <div className="px-6 py-4">
        <Text size="small" weight="plus">
          {t("grid.orders.empty")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t("grid.orders.emptyHint")}
        </Text>
      </div>
    )
  }
  const names = namesOf(item, locations)
  return (
    <>
      <Table aria-label={t("grid.orders.title")}>
        <Table.Header className="border-t-0">
          <Table.Row>
            <Table.HeaderCell>{t("grid.orders.order")}</Table.HeaderCell>
            <Table.HeaderCell>{t("grid.orders.since")}</Table.HeaderCell>
            <Table.HeaderCell className="text-right">{t("fields.quantity")}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {data.commitments.map((one) => (
            <OrderRow
              key={one.reservation_id}
              commitment={one}
              location={locationId ? null : locationName(names, one.location_id)}
            />
          ))}
        </Table.Body>
      </Table>
      <Pages count={data.count} size={PAGE} page={page} onChange={setPage} />
    </>
  )
}

interface OrderRowProps {
  commitment: Commitment
  /** Null where the heading names it. */
  location: string | null
}

function OrderRow({ commitment: { order, quantity, created_at }, location }: OrderRowProps) {
  const { t } = useTranslation("stockroom")
  const { moment } = useFormats()
  const text = useNumberText()
  return (
    <Table.Row>
      <Table.Cell className="py-2">
        {order ? (
          <Link className={`${LINK} txt-compact-small`} to={`/orders/${order.id}`}>
            {order.display_id === null
              ? order.id
              : t("grid.orders.number", { number: order.display_id })}
          </Link>
        ) : (
          t("grid.orders.unknown")
        )}
        <div className="txt-compact-xsmall text-ui-fg-subtle break-words">
          {[order?.email, location].filter(Boolean).join(" · ")}
        </div>
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        <time dateTime={created_at}>{moment(created_at)}</time>
      </Table.Cell>
      <Table.Cell className="text-right tabular-nums">{text.quantity(quantity)}</Table.Cell>
    </Table.Row>
  )
}
