import { useTranslation } from "react-i18next"

import { POOL_PLACES, RULE_PLACES } from "../../../core/low-stock"
import { useLocationNames } from "../../hooks/api/use-location-names"
import { useActionLabels } from "../../hooks/api/use-low-stock-actions"
import { dateOf, dayOf } from "../../lib/history-query"
import {
  isSingle,
  type LowStockFilter,
  type LowStockFilterValues,
} from "../../lib/low-stock-filters"
import { DayField } from "../fields/day-field"
import { type Choice, ChoiceField } from "../history/choice-field"
import { ItemPicker } from "../item-picker"
import { LoadFailure } from "../load-failure"

export interface FilterFieldsProps {
  id: string
  /** What there is to filter by. */
  fields: LowStockFilter[]
  filters: LowStockFilterValues
  onFilter: (filter: LowStockFilter, values: string[]) => void
}

/** A field for each thing that a list can be filtered by. What is set stands as chips below. */
export function FilterFields({ id, fields, filters, onFilter }: FilterFieldsProps) {
  const { t } = useTranslation("stockroom")
  const locations = useLocationNames()
  const { actions } = useActionLabels()
  const add = (filter: LowStockFilter, value: string) => {
    const before = isSingle(filter) ? [] : (filters[filter] ?? [])
    onFilter(filter, [...before.filter((one) => one !== value), value])
  }
  const from = dateOf(filters.opened_from?.[0])
  const until = dateOf(filters.opened_until?.[0])

  function field(filter: LowStockFilter) {
    const label = t(`lowStock.filters.${filter}`)
    const choice = (choices: Choice[]) => (
      <ChoiceField
        key={filter}
        label={label}
        choices={choices}
        chosen={filters[filter] ?? []}
        onChoose={(value) => add(filter, value)}
      />
    )
    switch (filter) {
      case "inventory_item_id":
        return <ItemPicker key={filter} label={label} onChoose={(item) => add(filter, item.id)} />
      case "location_id":
        return choice((locations.data ?? []).map((one) => ({ value: one.id, label: one.name })))
      case "place":
        return choice(
          // Rules are about each location by itself, too.
          (fields.includes("enabled") ? RULE_PLACES : POOL_PLACES).map((place) => ({
            value: place,
            label: t(`lowStock.where.${place}`),
          }))
        )
      case "low":
        return choice(
          ["true", "false"].map((low) => ({ value: low, label: t(`lowStock.stillLow.${low}`) }))
        )
      case "enabled":
        return choice(
          ["true", "false"].map((on) => ({ value: on, label: t(`lowStock.watching.${on}`) }))
        )
      case "identifier":
        return choice(actions.map((one) => ({ value: one.identifier, label: one.label })))
      case "opened_from":
      case "opened_until": {
        const isFrom = filter === "opened_from"
        return (
          <DayField
            key={filter}
            label={label}
            value={isFrom ? from : until}
            min={isFrom ? undefined : (from ?? undefined)}
            max={isFrom ? (until ?? undefined) : undefined}
            onChange={(day) => onFilter(filter, day ? [dayOf(day)] : [])}
          />
        )
      }
      default:
        return null
    }
  }

  return (
    <section id={id} aria-label={t("lowStock.filters.label")} className="bg-ui-bg-subtle">
      {locations.isError && fields.includes("location_id") && (
        <LoadFailure
          title={t("lowStock.filters.locationsError")}
          error={locations.error}
          retry={locations.refetch}
        />
      )}
      <div className="grid grid-cols-2 gap-4 px-6 py-4 md:grid-cols-3">{fields.map(field)}</div>
    </section>
  )
}
