import { XMarkMini } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useFilterNames } from "../../hooks/use-filter-names"
import { HISTORY_FILTERS, type HistoryQuery, withoutFilter } from "../../lib/history-query"

interface FilterChipsProps {
  query: HistoryQuery
  onChange: (query: HistoryQuery) => void
}

/** What the history is filtered by, in words; each can be taken away, or all at once. */
export function FilterChips({ query, onChange }: FilterChipsProps) {
  const { t } = useTranslation("stockroom")
  const nameOf = useFilterNames(query)
  const chips = HISTORY_FILTERS.flatMap((filter) =>
    (query[filter] ?? []).map((value) => ({ filter, value, name: nameOf(filter, value) }))
  )
  if (!chips.length) {
    return null
  }
  return (
    <div className="flex flex-wrap items-center gap-2 px-6 py-3">
      <ul className="contents" aria-label={t("history.filters.set")}>
        {chips.map(({ filter, value, name }) => (
          <li
            key={`${filter} ${value}`}
            className="bg-ui-bg-field border-ui-border-base txt-compact-small-plus text-ui-fg-subtle flex max-w-full items-center overflow-hidden rounded-md border"
          >
            <span className="truncate px-2 py-1">{name}</span>
            <button
              type="button"
              className="hover:bg-ui-bg-field-hover focus-visible:shadow-borders-focus border-ui-border-base flex self-stretch border-l px-1.5 outline-none"
              aria-label={t("history.filters.remove", { filter: name })}
              onClick={() => onChange(withoutFilter(query, filter, value))}
            >
              <XMarkMini className="self-center" />
            </button>
          </li>
        ))}
      </ul>
      <Button variant="transparent" size="small" onClick={() => onChange({})}>
        {t("history.filters.clear")}
      </Button>
    </div>
  )
}
