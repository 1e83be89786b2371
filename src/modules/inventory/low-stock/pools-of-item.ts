import { judgePools, type Rule } from "../../../core/low-stock"
import { exact } from "../../../core/quantity"
import type { Run } from "../posting/connection"
import { liveAlertsOf } from "./alerts"
import { rulesOf } from "./read-rules"
import type { LowStockPool, LowStockRule } from "./types"

/** What is watched of an item, at each of its locations and together, and by which rules. */
export async function poolsOfItem(
  read: Run,
  itemId: string
): Promise<{ pools: LowStockPool[]; rules: LowStockRule[] }> {
  const [rules, alerts, levels, locations] = await Promise.all([
    rulesOf(read, itemId),
    liveAlertsOf(read, itemId),
    read<{ location_id: string; available: string; in_use: boolean }>(LEVELS, [itemId]),
    read<{ id: string; active: boolean; kind: string; sales_channel_ids: string[] }>(LOCATIONS),
  ])
  const judged = judgePools(
    itemId,
    levels.map((level) => ({
      itemId,
      locationId: level.location_id,
      available: exact(level.available),
      inUse: level.in_use,
    })),
    locations.map(({ sales_channel_ids: channelIds, ...location }) => ({
      ...location,
      channelIds,
    })),
    rules.map((stored) => ({ ...toRule(stored), stored }))
  )
  const pools = judged.map(({ place, locationId, channelId, available, rule, low }) => ({
    inventory_item_id: itemId,
    place,
    location_id: locationId,
    sales_channel_id: channelId,
    available: available.toFixed(),
    low,
    rule: rule?.stored ?? null,
    alert:
      alerts.find(
        (alert) =>
          alert.place === place &&
          alert.location_id === locationId &&
          alert.sales_channel_id === channelId
      ) ?? null,
  }))
  return { pools, rules }
}

/** A stored rule as the core takes it. */
function toRule(stored: LowStockRule): Rule {
  return {
    itemId: stored.inventory_item_id,
    place: stored.place,
    locationId: stored.location_id,
    channelId: stored.sales_channel_id,
    threshold: exact(stored.threshold),
    enabled: stored.enabled,
  }
}

const LEVELS = {
  name: "",
  text: `
    select location_id, available::text, sequence > 0 as in_use from inventory_level_state
    where inventory_item_id = $1 and level_id is not null order by location_id`,
}

const LOCATIONS = {
  name: "",
  text: "select id, active, kind, sales_channel_ids from inventory_location where deleted_at is null",
}
