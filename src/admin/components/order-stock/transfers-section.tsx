import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { Names } from "../../../api/types/names"
import type { OrderStockResponse } from "../../../api/types/order-stock"
import type { UnitsByItem } from "../../../api/types/units"
import { useUnitText } from "../../hooks/use-unit-text"
import { LINK } from "../../lib/link-style"
import { itemName, locationName } from "../../lib/names"
import { SectionHeading } from "../section-heading"

type OrderTransfer = OrderStockResponse["order_stock"]["transfers"][number]

const COLORS = {
  draft: "grey",
  pending: "blue",
  partial: "orange",
  received: "green",
  canceled: "red",
} as const

/** The transfers that cover a shortfall of the order, or did, whatever has become of them. */
export function TransfersSection({
  transfers,
  names,
  units,
}: {
  transfers: OrderTransfer[]
  names: Names
  units: UnitsByItem
}) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useUnitText()
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <SectionHeading>{t("transferForm.order.title")}</SectionHeading>
      <ul className="flex flex-col gap-y-3">
        {transfers.map((transfer) => (
          <li key={transfer.id}>
            <div className="flex items-center justify-between gap-x-4">
              <Link
                className={`${LINK} txt-compact-small-plus`}
                to={`/inventory/transfers/${transfer.id}`}
              >
                {transfer.number}
              </Link>
              <StatusBadge color={COLORS[transfer.status]}>
                {t(`transferForm.order.status.${transfer.status}`)}
              </StatusBadge>
            </div>
            <Text size="small" className="text-ui-fg-subtle break-words">
              {t("transferForm.order.route", {
                from: locationName(names, transfer.origin_id),
                to: locationName(names, transfer.destination_id),
              })}
            </Text>
            {transfer.lines.map((line) => (
              <Text key={line.inventory_item_id} size="small" className="break-words">
                {t(`transferForm.order.${isPartly(line) ? "lineLeft" : "line"}`, {
                  quantity: quantity(line.inventory_item_id, units, line.quantity),
                  item: itemName(names, line.inventory_item_id),
                  outstanding: quantity(line.inventory_item_id, units, line.outstanding),
                })}
              </Text>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}

function isPartly({ quantity, outstanding }: OrderTransfer["lines"][number]): boolean {
  return outstanding !== "0" && outstanding !== quantity
}
