import { useTranslation } from "react-i18next"

import { useItemNames } from "../../hooks/api/use-item-names"
import { useLocationNames } from "../../hooks/api/use-location-names"
import { useActionLabels } from "../../hooks/api/use-low-stock-actions"
import { useFormats } from "../../hooks/use-formats"
import { dateOf } from "../../lib/history-query"
import {
  LOW_STOCK_FILTERS,
  type LowStockFilter,
  type LowStockFilterValues,
} from "../../lib/low-stock-filters"
import { ChipList } from "../chip-list"

interface FilterChipsProps {
  filters: LowStockFilterValues
  onFilter: (filter: LowStockFilter, values: string[]) => void
  clear: () => void
}

/** What a list is filtered by, in words. */
export function FilterChips({ filters, onFilter, clear }: FilterChipsProps) {
  const { t } = useTranslation("stockroom")
  const { day } = useFormats()
  const items = useItemNames(filters.inventory_item_id ?? []).data
  const locations = useLocationNames().data
  const { labelOf } = useActionLabels()

  const valueText = (filter: LowStockFilter, value: string): string => {
    switch (filter) {
      case "inventory_item_id":
        return items?.get(value) ?? value
      case "location_id":
        return locations?.find(({ id }) => id === value)?.name ?? value
      case "place":
        return t(`lowStock.where.${value}`, { defaultValue: value })
      case "low":
        return t(`lowStock.stillLow.${value}`, { defaultValue: value })
      case "enabled":
        return t(`lowStock.watching.${value}`, { defaultValue: value })
      case "identifier":
        return labelOf(value)
      case "alert_id":
        return `#${value.slice(-7)}`
      default: {
        const date = dateOf(value)
        return date ? day(date) : value
      }
    }
  }
  const chips = LOW_STOCK_FILTERS.flatMap((filter) =>
    (filters[filter] ?? []).map((value, _, values) => ({
      key: `${filter} ${value}`,
      name: t("history.filters.chip", {
        filter: t(`lowStock.filters.${filter}`),
        value: valueText(filter, value),
        interpolation: { escapeValue: false },
      }),
      remove: () =>
        onFilter(
          filter,
          values.filter((one) => one !== value)
        ),
    }))
  )
  return <ChipList label={t("lowStock.filters.set")} chips={chips} clear={clear} />
}
