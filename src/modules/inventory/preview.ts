import { type AllocationRequest, eligibleLocations } from "../../core/allocation"
import { mostTogether, sellableAt } from "../../core/low-stock"
import { exact, parseNonNegative, type Quantity, ZERO } from "../../core/quantity"
import { Refusal } from "../../core/refusal"
import { readSellingStock, STOPS_SELLING } from "./low-stock/selling"
import { coordinatesOf } from "./order-lines"
import type { Run } from "./posting/connection"
import type { AllocationPreviewInput } from "./types"

/** What a dry run asks the strategy: the same as an order would, from figures that nobody has locked. */
export async function previewDemand(
  read: Run,
  input: AllocationPreviewInput
): Promise<AllocationRequest> {
  if (!input.items.length) {
    throw Refusal.invalid("items", "must list at least one item")
  }
  const demands = new Map<string, { firm: Quantity; backorder: Quantity }>()
  input.items.forEach((item, index) => {
    const quantity = parseNonNegative(item.quantity, `items[${index}].quantity`)
    const demand = demands.get(item.inventory_item_id) ?? { firm: ZERO, backorder: ZERO }
    const kind = item.allow_backorder ? "backorder" : "firm"
    demands.set(item.inventory_item_id, { ...demand, [kind]: demand[kind].plus(quantity) })
  })
  const itemIds = [...demands.keys()]
  const rows = await read<CandidateRow>(CANDIDATES, [itemIds])
  const selling = rows.some(({ stops }) => stops) ? await readSellingStock(read, itemIds) : null
  const limits = new Map(itemIds.map((id) => [id, selling?.limitsOf(id) ?? null]))
  return {
    items: [...demands].map(([itemId, demand]) => ({
      itemId,
      ...demand,
      most: mostTogether(limits.get(itemId) ?? null, input.sales_channel_id),
      candidates: eligibleLocations(
        rows
          .filter((row) => row.inventory_item_id === itemId)
          .map((row) => ({ ...row, salesChannelIds: row.sales_channel_ids })),
        { salesChannelId: input.sales_channel_id, suggestedId: null }
      ).map((row) => ({
        locationId: row.id,
        available: sellableAt(limits.get(itemId) ?? null, row.id, exact(row.available)),
        priority: row.priority,
        coordinates:
          row.latitude === null || row.longitude === null
            ? null
            : { latitude: row.latitude, longitude: row.longitude },
      })),
      committedAt: null,
      before: null,
    })),
    destination: coordinatesOf(input.shipping_address ?? null),
  }
}

interface CandidateRow {
  inventory_item_id: string
  id: string
  available: string
  stops: boolean
  active: boolean
  priority: number
  latitude: number | null
  longitude: number | null
  sales_channel_ids: string[]
}

const CANDIDATES = {
  name: "stockroom_candidates",
  text: `
    select s.inventory_item_id, o.id, s.available::text, o.active, o.priority, o.latitude,
      o.longitude, o.sales_channel_ids, ${STOPS_SELLING("$1::text[]")} as stops
    from inventory_level_state s
    join inventory_location o on o.id = s.location_id and o.deleted_at is null
    where s.inventory_item_id = any($1::text[]) and s.level_id is not null
    order by o.priority, o.id`,
}
