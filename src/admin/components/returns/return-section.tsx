import { Badge, Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import type { ReturnStockResponse } from "../../../api/types/return-stock"
import { type OrderReturn, useReturnStock } from "../../hooks/api/use-returns"
import { useMay } from "../../hooks/use-may"
import { useUnitText } from "../../hooks/use-unit-text"
import { sortable } from "../../lib/dispositions"
import { itemName, locationName, returnNumber } from "../../lib/names"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { SectionHeading } from "../section-heading"
import { SortDrawer } from "./sort-drawer"

interface ReturnSectionProps {
  orderId: string
  of: OrderReturn
}

/** What one return has brought, by state, and the way to sort it elsewhere. */
export function ReturnSection({ orderId, of: { id } }: ReturnSectionProps) {
  const { t } = useTranslation("stockroom")
  const [sorting, setSorting] = useState(false)
  const { data, isPending, isError, error, refetch } = useReturnStock(orderId, id)
  const number = returnNumber(id)
  const may = useMay()
  const canSort =
    data !== undefined &&
    sortable(data.return_stock.units).some(({ location_id }) => may("levels", location_id))
  return (
    <div>
      <div className="flex min-h-8 items-center justify-between gap-x-4 px-6 pt-4">
        <SectionHeading>{t("returns.number", { number })}</SectionHeading>
        {canSort && (
          <Button
            variant="secondary"
            size="small"
            aria-label={t("returns.sort.label", { number })}
            onClick={() => setSorting(true)}
          >
            {t("returns.sort.action")}
          </Button>
        )}
      </div>
      {isPending && <LoadingRows rows={2} />}
      {isError && !data && <LoadFailure title={t("returns.error")} error={error} retry={refetch} />}
      {data && <Units answer={data} />}
      {data && canSort && (
        <SortDrawer number={number} answer={data} open={sorting} onOpenChange={setSorting} />
      )}
    </div>
  )
}

function Units({ answer: { return_stock, names, units } }: { answer: ReturnStockResponse }) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useUnitText()
  if (!return_stock.units.length) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 pb-4">
        {t("returns.empty")}
      </Text>
    )
  }
  return (
    <ul className="flex flex-col gap-y-2 px-6 pb-4 pt-2">
      {return_stock.units.map((unit) => (
        <li
          key={`${unit.inventory_item_id} ${unit.location_id} ${unit.state}`}
          className="flex items-start justify-between gap-x-4"
        >
          <div>
            <Text size="small" weight="plus" className="break-words">
              {t("quantityOf", {
                quantity: quantity(unit.inventory_item_id, units, unit.quantity),
                item: itemName(names, unit.inventory_item_id),
              })}
            </Text>
            <Text size="xsmall" className="text-ui-fg-subtle">
              {locationName(names, unit.location_id)}
            </Text>
          </div>
          <Badge size="2xsmall" className="shrink-0">
            {t(`states.${unit.state}`, { defaultValue: unit.state })}
          </Badge>
        </li>
      ))}
    </ul>
  )
}
