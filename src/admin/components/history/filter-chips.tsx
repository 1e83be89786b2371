import { useTranslation } from "react-i18next"

import { useFilterNames } from "../../hooks/use-filter-names"
import { HISTORY_FILTERS, type HistoryQuery, withoutFilter } from "../../lib/history-query"
import { ChipList } from "../chip-list"

interface FilterChipsProps {
  query: HistoryQuery
  onChange: (query: HistoryQuery) => void
}

/** What the history is filtered by, in words; each can be taken away, or all at once. */
export function FilterChips({ query, onChange }: FilterChipsProps) {
  const { t } = useTranslation("stockroom")
  const nameOf = useFilterNames(query)
  const chips = HISTORY_FILTERS.flatMap((filter) =>
    (query[filter] ?? []).map((value) => ({
      key: `${filter} ${value}`,
      name: nameOf(filter, value),
      remove: () => onChange(withoutFilter(query, filter, value)),
    }))
  )
  return <ChipList label={t("history.filters.set")} chips={chips} clear={() => onChange({})} />
}
