import {
  channelsAsked,
  type RulePlace,
  type Sellable,
  sellableOf,
  type SellingLimits,
  sellingLimits,
  type SellingRule,
  type WatchedLevel,
  type WatchedLocation,
} from "../../../core/low-stock"
import { exact, type Quantity } from "../../../core/quantity"
import type { Run } from "../posting/connection"
import type { Who } from "../request-context"

/** Whether a rule may stop selling one of some items; of a store without such rules, an empty index tells. */
export const STOPS_SELLING = (items: string) => `exists (
  select 1 from inventory_low_stock_rule s
  where s.item_key = any(${items} || ''::text)
    and s.stop_selling and s.enabled and s.deleted_at is null)`

/** The rules that decide about some items, as JSON; null where none of them stops selling. */
export const SELLING_RULES = (items: string) => `(
  select jsonb_agg(jsonb_build_object('item', r.inventory_item_id, 'place', r.place,
    'location', r.location_id, 'channel', r.sales_channel_id, 'threshold', r.threshold::text,
    'enabled', r.enabled, 'stops', r.stop_selling))
  from inventory_low_stock_rule r
  where r.item_key = any(${items} || ''::text) and r.deleted_at is null
    and ${STOPS_SELLING(items)})`

/** A rule, as {@link SELLING_RULES} gives it. */
export interface SellingRuleRow {
  item: string | null
  place: RulePlace
  location: string | null
  channel: string | null
  threshold: string
  enabled: boolean
  stops: boolean
}

export function toSellingRule(row: SellingRuleRow): SellingRule {
  return {
    ...{ itemId: row.item, place: row.place, locationId: row.location, channelId: row.channel },
    ...{ threshold: exact(row.threshold), enabled: row.enabled, stopSelling: row.stops },
  }
}

/**
 * Whether rules stop what is asked for now. They stop shoppers, and whoever is not known to be somebody
 * else: an admin and a secret API key may sell what is kept from shoppers.
 */
export function stopsFor({ actor }: Who): boolean {
  return actor.type !== "user" && actor.type !== "api-key"
}

/** What is known of items' stock, of which rules stop selling some. */
export class SellingStock {
  constructor(
    private readonly levels: WatchedLevel[],
    private readonly locations: WatchedLocation[],
    private readonly rules: SellingRule[]
  ) {}

  /** Null where nothing stops selling the item. */
  limitsOf(itemId: string): SellingLimits | null {
    return sellingLimits(itemId, this.levels, this.locations, this.rules)
  }

  /** What may be sold of an item at some locations in a channel; null where nothing stops it. */
  inChannel(itemId: string, locationIds: readonly string[], channel: string): Sellable | null {
    const limits = this.limitsOf(itemId)
    return limits && sellableOf(limits, this.availableAt(itemId, locationIds), channel)
  }

  /**
   * The same where the channel is not known: of the channels that it may be, the one in which most may
   * be sold. An order that is placed knows its channel.
   */
  atLocations(itemId: string, locationIds: readonly string[]): Quantity | null {
    const limits = this.limitsOf(itemId)
    if (!limits) {
      return null
    }
    const available = this.availableAt(itemId, locationIds)
    const mine = this.levels.filter((level) => level.itemId === itemId)
    const channels = channelsAsked(locationIds, mine, this.locations)
    return (channels.length ? channels : [null])
      .map((channel) => sellableOf(limits, available, channel).together)
      .reduce((a, b) => (a.isLessThan(b) ? b : a))
  }

  private availableAt(itemId: string, locationIds: readonly string[]): Map<string, Quantity> {
    const wanted = new Set(locationIds)
    const inactive = new Set(this.locations.flatMap((one) => (one.active ? [] : one.id)))
    return new Map(
      this.levels
        .filter((level) => level.itemId === itemId && wanted.has(level.locationId))
        .filter((level) => !inactive.has(level.locationId))
        .map(({ locationId, available }) => [locationId, available])
    )
  }
}

interface SellingRow {
  rules: SellingRuleRow[] | null
  levels: { item: string; location: string; available: string; in_use: boolean }[] | null
  locations: { id: string; active: boolean; kind: string; channels: string[] }[] | null
}

/** Reads it in one round trip: worth it only where {@link STOPS_SELLING} is true of the items. */
export async function readSellingStock(read: Run, itemIds: string[]): Promise<SellingStock> {
  const [{ rules, levels, locations }] = await read<SellingRow>(SELLING_STOCK, [itemIds])
  return new SellingStock(
    (levels ?? []).map((level) => ({
      ...{ itemId: level.item, locationId: level.location },
      ...{ available: exact(level.available), inUse: level.in_use },
    })),
    (locations ?? []).map(({ channels: channelIds, ...location }) => ({ ...location, channelIds })),
    (rules ?? []).map(toSellingRule)
  )
}

/** $1: items. */
const SELLING_STOCK = {
  name: "stockroom_selling_stock",
  text: `
    select ${SELLING_RULES("$1::text[]")} as rules,
      (select jsonb_agg(jsonb_build_object('item', s.inventory_item_id, 'location', s.location_id,
          'available', s.available::text, 'in_use', s.sequence > 0))
        from inventory_level_state s
        where s.inventory_item_id = any($1::text[]) and s.level_id is not null) as levels,
      (select jsonb_agg(jsonb_build_object('id', o.id, 'active', o.active, 'kind', o.kind,
          'channels', o.sales_channel_ids))
        from inventory_location o where o.deleted_at is null) as locations`,
}
