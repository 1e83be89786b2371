import { useTranslation } from "react-i18next"

import { useItemNames } from "../../hooks/api/use-item-names"
import { useLocationNames } from "../../hooks/api/use-location-names"
import { useFormats } from "../../hooks/use-formats"
import { dateOf } from "../../lib/history-query"
import {
  TRANSFER_FILTERS,
  type TransferFilter,
  type TransferQuery,
  withTransferFilter,
} from "../../lib/transfer-query"
import { ChipList } from "../chip-list"

const LABELS: Record<TransferFilter, string> = {
  origin_id: "transfers.filters.origin",
  destination_id: "transfers.filters.destination",
  location_id: "transfers.filters.location",
  inventory_item_id: "transfers.filters.item",
  expected_from: "transfers.filters.expectedFrom",
  expected_until: "transfers.filters.expectedUntil",
}

interface TransferChipsProps {
  query: TransferQuery
  onChange: (query: TransferQuery) => void
}

/** What the transfers are filtered by, in words. */
export function TransferChips({ query, onChange }: TransferChipsProps) {
  const { t } = useTranslation("stockroom")
  const { day } = useFormats()
  const items = useItemNames(query.filters.inventory_item_id ?? []).data
  const locations = useLocationNames().data

  const valueText = (filter: TransferFilter, value: string): string => {
    switch (filter) {
      case "inventory_item_id":
        return items?.get(value) ?? value
      case "expected_from":
      case "expected_until": {
        const date = dateOf(value)
        return date ? day(date) : value
      }
      default:
        return locations?.find(({ id }) => id === value)?.name ?? value
    }
  }
  const chips = TRANSFER_FILTERS.flatMap((filter) =>
    (query.filters[filter] ?? []).map((value, _, values) => ({
      key: `${filter} ${value}`,
      name: t("history.filters.chip", {
        filter: t(LABELS[filter]),
        value: valueText(filter, value),
        interpolation: { escapeValue: false },
      }),
      remove: () =>
        onChange(
          withTransferFilter(
            query,
            filter,
            values.filter((one) => one !== value)
          )
        ),
    }))
  )
  return (
    <ChipList
      label={t("transfers.filters.set")}
      chips={chips}
      clear={() => onChange({ ...query, filters: {}, page: 0 })}
    />
  )
}
