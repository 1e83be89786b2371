import { Refusal } from "../../../core/refusal"
import type { Run } from "../posting/connection"
import type { LowStockRule, LowStockRuleFilters } from "./types"

/** What is told of a rule `r`. */
export const RULE_FIELDS = `
  r.id, r.inventory_item_id, r.place, r.location_id, r.sales_channel_id,
  trim_scale(r.threshold)::text as threshold, r.actions, r.enabled, r.muted_until,
  r.lead_time_days, trim_scale(r.reorder_to)::text as reorder_to, r.stop_selling, r.note, r.source, r.created_at,
  r.updated_at`

/** Rules: the store's defaults first, then by SKU. */
export async function listRules(
  read: Run,
  filters: LowStockRuleFilters,
  page: { limit: number; offset: number }
): Promise<[LowStockRule[], number]> {
  const values = filterValues(filters)
  const [{ count }] = await read<{ count: string }>(
    { name: "", text: `select count(*) as count ${FROM}` },
    values
  )
  const rows = await read<LowStockRule>(
    {
      name: "",
      text: `select ${RULE_FIELDS} ${FROM}
        order by r.item_key <> '', i.sku, r.item_key, r.place_key limit $8 offset $9`,
    },
    [...values, page.limit, page.offset]
  )
  return [rows, Number(count)]
}

/** All rules that match, in pages of `size`. */
export async function* rulePages(
  read: Run,
  filters: LowStockRuleFilters,
  size = 1_000
): AsyncGenerator<(LowStockRule & { sku: string | null })[]> {
  const values = filterValues(filters)
  for (let after = ["", ""]; ;) {
    const rows = await read<LowStockRule & { sku: string | null; place_key: string }>(
      {
        name: "",
        text: `select ${RULE_FIELDS}, i.sku, r.place_key ${FROM}
          and (r.item_key, r.place_key) > ($8, $9) order by r.item_key, r.place_key limit $10`,
      },
      [...values, ...after, size]
    )
    if (rows.length) {
      yield rows
    }
    if (rows.length < size) {
      return
    }
    const last = rows[rows.length - 1]
    after = [last.inventory_item_id ?? "", last.place_key]
  }
}

/** The rules that may decide about an item: its own, and the store's defaults. */
export async function rulesOf(read: Run, itemId: string): Promise<LowStockRule[]> {
  return await read<LowStockRule>(
    {
      name: "",
      text: `select ${RULE_FIELDS} from inventory_low_stock_rule r
        where r.item_key in ($1, '') and r.deleted_at is null order by r.item_key = '', r.place_key`,
    },
    [itemId]
  )
}

/** @throws Refusal `not_found` */
export async function retrieveRule(read: Run, id: string): Promise<LowStockRule> {
  const [rule] = await read<LowStockRule>(
    {
      name: "",
      text: `select ${RULE_FIELDS} from inventory_low_stock_rule r
        where r.id = $1 and r.deleted_at is null`,
    },
    [id]
  )
  if (!rule) {
    throw Refusal.notFound(`Low-stock rule ${id} was not found`, { rule_id: id })
  }
  return rule
}

/** $1 to $7: one for each filter, null where it is not asked for. A deleted item's rules come back with it. */
const FROM = `
  from inventory_low_stock_rule r
  left join inventory_item i on i.id = r.inventory_item_id and i.deleted_at is null
  where r.deleted_at is null and (r.inventory_item_id is null or i.id is not null)
    and ($1::text[] is null or r.inventory_item_id = any($1))
    and ($2::text[] is null or r.location_id = any($2))
    and ($3::text[] is null or r.sales_channel_id = any($3))
    and ($4::text[] is null or r.place = any($4))
    and ($5::boolean is null or r.enabled = $5)
    and ($6::boolean is null or (r.inventory_item_id is null) = $6)
    and ($7::text is null or i.sku ilike $7 or i.title ilike $7)`

function filterValues(filters: LowStockRuleFilters): unknown[] {
  return [
    several(filters.inventory_item_id),
    several(filters.location_id),
    several(filters.sales_channel_id),
    several(filters.place),
    filters.enabled ?? null,
    filters.default ?? null,
    partOf(filters.q),
  ]
}

/** A filter's values; null where it is not asked for. */
export function several<T>(value: T | T[] | undefined): T[] | null {
  return value === undefined ? null : ([value].flat() as T[])
}

/** The pattern of a text that is looked for; null for none. */
export function partOf(q: string | undefined): string | null {
  const text = q?.trim()
  return text ? `%${text.replace(/[\\%_]/g, "\\$&")}%` : null
}
