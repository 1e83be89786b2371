import { useTranslation } from "react-i18next"

import { dateOf, type HistoryFilter, type HistoryQuery } from "../lib/history-query"
import { useHistoryFilters } from "./api/use-history"
import { useItemNames } from "./api/use-item-names"
import { useOrderNumber } from "./api/use-order-number"
import { useFormats } from "./use-formats"

/** Names for what is named by nothing but an id. */
const BY_NUMBER: Partial<Record<HistoryFilter, string>> = {
  fulfillment_id: "history.references.fulfillment",
  return_id: "history.references.return",
  transfer_id: "history.references.transfer",
  reservation_id: "history.references.reservation",
  import_id: "history.references.import",
}

const LABELS: Partial<Record<HistoryFilter, string>> = {
  inventory_item_id: "history.item",
  location_id: "history.location",
  state: "history.state",
  kind: "history.filters.kind",
  reason: "history.filters.reason",
  actor_id: "history.filters.who",
  actor_type: "history.filters.who",
  line_item_id: "history.filters.line",
  movement_id: "history.filters.movement",
  correlation_id: "history.filters.request",
  from: "history.filters.since",
  until: "history.filters.until",
}

/** Says a filter in words: names in the place of ids. */
export function useFilterNames(
  query: HistoryQuery
): (filter: HistoryFilter, value: string) => string {
  const { t } = useTranslation("stockroom")
  const { day, moment } = useFormats()
  const filters = useHistoryFilters().data?.filters
  const items = useItemNames(query.inventory_item_id ?? []).data
  const orderNumber = useOrderNumber(query.order_id?.[0]).data

  const valueText = (filter: HistoryFilter, value: string): string => {
    switch (filter) {
      case "inventory_item_id":
        return items?.get(value) ?? value
      case "location_id":
        return filters?.locations.find(({ id }) => id === value)?.name ?? value
      case "actor_id":
        return filters?.actors.find(({ id }) => id === value)?.name ?? value
      case "state":
        return t(`states.${value}`, { defaultValue: value })
      case "kind":
        return t(`kinds.${value}`, { defaultValue: value })
      case "reason":
        return t(`reasons.${value}`, { defaultValue: value })
      case "actor_type":
        return t(`actors.${value}`, { defaultValue: value })
      case "from":
      case "until": {
        const date = dateOf(value)
        return date ? day(date) : Number.isNaN(Date.parse(value)) ? value : moment(value)
      }
      default:
        return `#${value.slice(-7)}`
    }
  }

  return (filter, value) => {
    if (filter === "order_display_id") {
      return t("history.orderNumber", { number: value })
    }
    if (filter === "order_id") {
      return orderNumber === undefined
        ? t("history.order")
        : t("history.orderNumber", { number: orderNumber })
    }
    const numbered = BY_NUMBER[filter]
    return numbered
      ? t(numbered, { number: value.slice(-7) })
      : t("history.filters.chip", {
          filter: t(LABELS[filter] ?? filter),
          value: valueText(filter, value),
          interpolation: { escapeValue: false },
        })
  }
}
