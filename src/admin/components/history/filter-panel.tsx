import { useTranslation } from "react-i18next"

import { MOVEMENT_KINDS } from "../../../core/movement"
import { STATES } from "../../../core/state"
import { useHistoryFilters } from "../../hooks/api/use-history"
import { useOptions } from "../../hooks/api/use-options"
import { dateOf, dayOf, type HistoryFilter, type HistoryQuery } from "../../lib/history-query"
import { withFilter } from "../../lib/history-query"
import { DayField } from "../fields/day-field"
import { ItemPicker } from "../item-picker"
import { LoadFailure } from "../load-failure"
import { ChoiceField } from "./choice-field"
import { OrderNumberField } from "./order-number-field"

const ACTOR_TYPES = ["user", "customer", "api-key", "system"] as const

interface FilterPanelProps {
  id: string
  query: HistoryQuery
  onChange: (query: HistoryQuery) => void
}

/** A field for each thing that the history can be filtered by. What is set stands as chips below. */
export function FilterPanel({ id, query, onChange }: FilterPanelProps) {
  const { t } = useTranslation("stockroom")
  const { data, isError, error, refetch } = useHistoryFilters()
  const configured = useOptions().data?.options.reasons ?? []
  const { actors = [], reasons = [], locations = [] } = data?.filters ?? {}
  const add = (filter: HistoryFilter) => (value: string) =>
    onChange(withFilter(query, filter, value))
  const day = (filter: "from" | "until") => (date: Date | null) => {
    const { [filter]: _, ...rest } = query
    onChange(date ? { ...rest, [filter]: [dayOf(date)] } : rest)
  }
  const from = dateOf(query.from?.[0])
  const until = dateOf(query.until?.[0])
  return (
    <section id={id} aria-label={t("history.filters.label")} className="bg-ui-bg-subtle">
      {isError && !data && (
        <LoadFailure title={t("history.filters.error")} error={error} retry={refetch} />
      )}
      <div className="grid grid-cols-2 gap-4 px-6 py-4 md:grid-cols-3 xl:grid-cols-5">
        <ItemPicker
          label={t("history.item")}
          onChoose={(item) => add("inventory_item_id")(item.id)}
        />
        <ChoiceField
          label={t("history.location")}
          choices={locations.map((location) => ({ value: location.id, label: location.name }))}
          chosen={query.location_id ?? []}
          onChoose={add("location_id")}
        />
        <ChoiceField
          label={t("history.filters.kind")}
          choices={MOVEMENT_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          chosen={query.kind ?? []}
          onChoose={add("kind")}
        />
        <ChoiceField
          label={t("history.state")}
          choices={STATES.map((state) => ({ value: state, label: t(`states.${state}`) }))}
          chosen={query.state ?? []}
          onChoose={add("state")}
        />
        <ChoiceField
          label={t("history.filters.reason")}
          choices={[...new Set([...configured, ...reasons])].map((reason) => ({
            value: reason,
            label: t(`reasons.${reason}`, { defaultValue: reason }),
          }))}
          chosen={query.reason ?? []}
          onChoose={add("reason")}
        />
        <ChoiceField
          label={t("history.filters.who")}
          choices={[
            ...ACTOR_TYPES.map((type) => ({ value: `type:${type}`, label: t(`actors.${type}`) })),
            ...actors.map((actor) => ({ value: actor.id, label: actor.name })),
          ]}
          chosen={[
            ...(query.actor_type ?? []).map((type) => `type:${type}`),
            ...(query.actor_id ?? []),
          ]}
          onChoose={(who) =>
            who.startsWith("type:")
              ? add("actor_type")(who.slice("type:".length))
              : add("actor_id")(who)
          }
        />
        <OrderNumberField onChoose={add("order_display_id")} />
        <DayField
          label={t("history.filters.from")}
          value={from}
          max={until ?? undefined}
          onChange={day("from")}
        />
        <DayField
          label={t("history.filters.until")}
          value={until}
          min={from ?? undefined}
          onChange={day("until")}
        />
      </div>
    </section>
  )
}
