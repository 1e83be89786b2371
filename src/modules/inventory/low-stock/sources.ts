import type { Source } from "../../../core/low-stock"
import { exact, type Quantity, ZERO } from "../../../core/quantity"
import type { Run } from "../posting/connection"
import { conversions } from "../units"
import { poolsOfItem } from "./pools-of-item"
import type { LowStockAlert } from "./types"

/** From where stock could come to where it has run low. */
export interface LowStockSources {
  /** By the locations' priority. */
  sources: Source[]
  /** What is left of what has run low. */
  available: Quantity
  /** On its way to the destination. */
  incoming: Quantity
  /** Up to how much the rule orders. */
  reorderTo: Quantity | null
  /** The steps in which the item is moved; null where any quantity is. */
  increment: Quantity | null
}

/**
 * Which locations could give some of an alert's item, and how much each: what it has above its own
 * threshold. Where several locations have run low together, none of them helps the others.
 */
export async function lowStockSources(
  read: Run,
  alert: LowStockAlert,
  destinationId: string
): Promise<LowStockSources> {
  const { pools } = await poolsOfItem(read, alert.inventory_item_id)
  const places = await read<{ id: string; incoming: string; in_pool: boolean }>(PLACES, [
    alert.inventory_item_id,
    alert.place,
    alert.sales_channel_id,
  ])
  const units = (await conversions(read, [alert.inventory_item_id]))(alert.inventory_item_id)
  const [rule] = await read<{ reorder_to: string | null }>(REORDER_TO, [alert.rule_id])
  const alone = new Map(
    pools
      .filter(({ place }) => place === "location")
      .map((pool) => [pool.location_id as string, pool] as const)
  )
  const sources = places
    .filter(({ id, in_pool }) => id !== destinationId && !in_pool)
    .flatMap(({ id }) => {
      const pool = alone.get(id)
      const kept = pool?.rule?.enabled ? exact(pool.rule.threshold) : ZERO
      return pool ? [{ locationId: id, surplus: exact(pool.available).minus(kept) }] : []
    })
  const there = places.find(({ id }) => id === destinationId)
  return {
    sources,
    available: exact(alert.current),
    incoming: exact(there?.incoming ?? "0"),
    reorderTo: rule?.reorder_to ? exact(rule.reorder_to) : null,
    increment: units?.base.increment ?? null,
  }
}

/** Stock at a supplier's is not ours to move, and a virtual location has no shelf. */
const PLACES = {
  name: "",
  text: `
    select o.id, greatest(coalesce(s.incoming, 0), 0)::text as incoming,
      case $2 when 'location' then false when 'channel' then $3::text = any(o.sales_channel_ids)
        else cardinality(o.sales_channel_ids) > 0 end as in_pool
    from inventory_location o
    left join inventory_level_state s on s.inventory_item_id = $1 and s.location_id = o.id
    where o.active and o.deleted_at is null and o.kind in ('warehouse', 'store')
    order by o.priority, o.id`,
}

const REORDER_TO = {
  name: "",
  text: "select trim_scale(reorder_to)::text as reorder_to from inventory_low_stock_rule where id = $1",
}

/**
 * Which of some items have run low wherever they are sold: where several locations are watched together, or
 * the channel is, by that alert; where each is watched by itself, when every one of them is low or empty.
 */
export async function itemsThatAreLow(
  read: Run,
  itemIds: string[],
  channelId: string | null
): Promise<string[]> {
  const rows = await read<{ item: string }>(LOW_ITEMS, [[...new Set(itemIds)], channelId])
  return rows.map(({ item }) => item)
}

const LIVE = `a.inventory_item_id = k.item and a.low_until is null and a.settled_at is not null`
const LOW_ITEMS = {
  name: "",
  text: `
    select k.item from unnest($1::text[]) as k (item)
    where exists (select 1 from inventory_low_stock_alert a
        where ${LIVE} and (a.place = 'together' or a.sales_channel_id = $2))
      or (exists (select 1 from inventory_low_stock_alert a where ${LIVE} and a.place = 'location')
        and not exists (
          select 1 from inventory_level_state s
          join inventory_location o on o.id = s.location_id and o.deleted_at is null
          where s.inventory_item_id = k.item and s.level_id is not null and s.active
            and cardinality(o.sales_channel_ids) > 0 and s.available > 0
            and not exists (select 1 from inventory_low_stock_alert a
              where ${LIVE} and a.location_id = s.location_id)))`,
}
