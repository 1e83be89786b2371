import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { StockAsOfResponse } from "../../../api/types/stock-as-of"
import { exact, total } from "../../../core/quantity"
import { locationName } from "../../lib/names"
import { ItemQuantity } from "../units/item-quantity"

const FIGURES = ["on_hand", "available", "committed", "unavailable", "incoming"] as const

/** An item's levels as they stood, with their sum. */
export function AsOfTable({ answer }: { answer: StockAsOfResponse }) {
  const { t } = useTranslation("stockroom")
  const { stock, names, units } = answer
  const itemId = stock[0]?.inventory_item_id ?? ""
  const figure = (quantity: string) => (
    <span className={quantity.startsWith("-") ? "text-ui-fg-error" : undefined}>
      <ItemQuantity itemId={itemId} units={units[itemId]} quantity={quantity} />
    </span>
  )
  return (
    <div
      className="focus-visible:shadow-borders-focus overflow-x-auto outline-none"
      role="region"
      aria-label={t("history.asOf.title")}
      tabIndex={0}
    >
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>{t("history.location")}</Table.HeaderCell>
            {FIGURES.map((name) => (
              <Table.HeaderCell key={name} className="text-right">
                {name === "unavailable" ? t("history.asOf.unavailable") : t(`states.${name}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {stock.map((level) => (
            <Table.Row key={level.location_id}>
              <Table.Cell>{locationName(names, level.location_id)}</Table.Cell>
              {FIGURES.map((name) => (
                <Table.Cell key={name} className="text-right tabular-nums">
                  {figure(level[name])}
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
          {stock.length > 1 && (
            <Table.Row className="txt-compact-small-plus">
              <Table.Cell>{t("history.asOf.total")}</Table.Cell>
              {FIGURES.map((name) => (
                <Table.Cell key={name} className="text-right tabular-nums">
                  {figure(total(stock.map((level) => exact(level[name]))).toFixed())}
                </Table.Cell>
              ))}
            </Table.Row>
          )}
        </Table.Body>
      </Table>
    </div>
  )
}
