import { useTranslation } from "react-i18next"

import { useLocationNames } from "../../hooks/api/use-location-names"
import { dateOf, dayOf } from "../../lib/history-query"
import {
  type TransferFilter,
  type TransferQuery,
  withTransferFilter,
} from "../../lib/transfer-query"
import { DayField } from "../fields/day-field"
import { ChoiceField } from "../history/choice-field"
import { ItemPicker } from "../item-picker"
import { LoadFailure } from "../load-failure"

interface TransferFiltersProps {
  id: string
  query: TransferQuery
  onChange: (query: TransferQuery) => void
}

/** A field for each thing that the transfers can be filtered by. What is set stands as chips below. */
export function TransferFilters({ id, query, onChange }: TransferFiltersProps) {
  const { t } = useTranslation("stockroom")
  const { data: locations = [], isError, error, refetch } = useLocationNames()
  const { filters } = query
  const set = (filter: TransferFilter, values: string[]) =>
    onChange(withTransferFilter(query, filter, values))
  const add = (filter: TransferFilter) => (value: string) =>
    set(filter, [...(filters[filter] ?? []).filter((one) => one !== value), value])
  const place = (filter: "origin_id" | "destination_id" | "location_id", label: string) => (
    <ChoiceField
      label={label}
      choices={locations.map((location) => ({ value: location.id, label: location.name }))}
      chosen={filters[filter] ?? []}
      onChoose={add(filter)}
    />
  )
  const from = dateOf(filters.expected_from?.[0])
  const until = dateOf(filters.expected_until?.[0])
  return (
    <section id={id} aria-label={t("transfers.filters.label")} className="bg-ui-bg-subtle">
      {isError && (
        <LoadFailure title={t("transfers.filters.locationsError")} error={error} retry={refetch} />
      )}
      <div className="grid grid-cols-2 gap-4 px-6 py-4 md:grid-cols-3">
        {place("origin_id", t("transfers.filters.origin"))}
        {place("destination_id", t("transfers.filters.destination"))}
        {place("location_id", t("transfers.filters.location"))}
        <ItemPicker
          label={t("transfers.filters.item")}
          onChoose={(item) => add("inventory_item_id")(item.id)}
        />
        <DayField
          label={t("transfers.filters.expectedFrom")}
          value={from}
          max={until ?? undefined}
          onChange={(day) => set("expected_from", day ? [dayOf(day)] : [])}
        />
        <DayField
          label={t("transfers.filters.expectedUntil")}
          value={until}
          min={from ?? undefined}
          onChange={(day) => set("expected_until", day ? [dayOf(day)] : [])}
        />
      </div>
    </section>
  )
}
