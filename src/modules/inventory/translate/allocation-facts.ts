import type { Coordinates, ItemDemand } from "../../../core/allocation"
import type { Level } from "../../../core/level"
import { exact, type Quantity, ZERO } from "../../../core/quantity"
import { sellingLimits, type SellingLimits } from "../../../core/low-stock"
import { SELLING_RULES, type SellingRuleRow, toSellingRule } from "../low-stock/selling"
import type { Run } from "../posting/connection"
import type { Reservation } from "../types"

interface LocationRow {
  id: string
  active: boolean
  priority: number
  salesChannelIds: string[]
  coordinates: Coordinates | null
}

/** What the database knows that an allocation depends on, read while the levels are locked. */
export class AllocationFacts {
  constructor(private readonly row: FactsRow) {}

  /** By priority, then by id. A location that nobody has told Stockroom of is taken as it is named. */
  locations(namedId: string): LocationRow[] {
    const known = (this.row.locations ?? []).map((location) => ({
      id: location.id,
      active: location.active,
      priority: location.priority,
      salesChannelIds: location.sales_channel_ids,
      coordinates:
        location.latitude === null || location.longitude === null
          ? null
          : { latitude: location.latitude, longitude: location.longitude },
    }))
    return known.some(({ id }) => id === namedId)
      ? known
      : [
          ...known,
          { id: namedId, active: true, priority: 0, salesChannelIds: [], coordinates: null },
        ]
  }

  /**
   * How far an item may be sold; null where nothing stops it.
   *
   * @param levels - every open level of the item
   */
  sellingLimits(itemId: string, levels: () => Level[]): SellingLimits | null {
    const { rules, locations } = this.row
    return (
      rules &&
      sellingLimits(
        itemId,
        levels().map((level) => ({
          ...{ itemId, locationId: level.locationId },
          ...{ available: level.balances.available, inUse: level.sequence > 0 },
        })),
        (locations ?? []).map(({ sales_channel_ids: channelIds, ...one }) => ({
          ...{ id: one.id, active: one.active, kind: one.kind, channelIds },
        })),
        rules.map(toSellingRule)
      )
    )
  }

  /** Where the order has the item committed. */
  committedAt(orderId: string, itemId: string): string | null {
    const found = this.row.committed?.find((one) => one.order === orderId && one.item === itemId)
    return found?.location ?? null
  }

  /** Where the line was committed last, and how much of it, if it is no longer. */
  before(reservation: Reservation): ItemDemand["before"] {
    const found = this.row.before?.find((one) => sameLine(one, reservation))
    return found ? { locationId: found.location, quantity: exact(found.quantity) } : null
  }

  /** How much of the line has left from the place that is named. */
  fulfilledFrom(reservation: Reservation): Quantity {
    const found = this.row.fulfilled?.find(
      (one) => sameLine(one, reservation) && one.location === reservation.locationId
    )
    return found ? exact(found.quantity) : ZERO
  }

  /** Units of the item that one unit of the line takes, as they were when it was committed first. */
  perUnit(reservation: Reservation): Quantity | null {
    const found = this.row.per_unit?.find((one) => sameLine(one, reservation))
    return found ? exact(found.per_unit) : null
  }

  /** Whether the ledger has anything of the line. */
  known({ lineItemId }: Reservation): boolean {
    return Boolean(this.row.known?.some((line) => line === lineItemId))
  }
}

interface LineItem {
  line: string
  item: string
}

interface FactsRow {
  /** Only where one of them stops selling. */
  rules: SellingRuleRow[] | null
  locations:
    | {
        id: string
        active: boolean
        kind: string
        priority: number
        latitude: number | null
        longitude: number | null
        sales_channel_ids: string[]
      }[]
    | null
  committed: { order: string; item: string; location: string }[] | null
  before: (LineItem & { location: string; quantity: string })[] | null
  fulfilled: (LineItem & { location: string; quantity: string })[] | null
  per_unit: (LineItem & { per_unit: string })[] | null
  known: string[] | null
}

function sameLine(one: LineItem, { lineItemId, itemId }: Reservation): boolean {
  return one.line === lineItemId && one.item === itemId
}

/** Reads what an allocation of these lines depends on. One statement, whatever their number. */
export async function loadFacts(
  run: Run,
  orderIds: string[],
  itemIds: string[],
  lineItemIds: string[]
): Promise<AllocationFacts> {
  const [row] = await run<FactsRow>(FACTS, [orderIds, itemIds, lineItemIds])
  return new AllocationFacts(row)
}

/** $1: orders, $2: items, $3: order lines. One row, whatever their number. */
const FACTS = {
  name: "stockroom_allocation_facts",
  text: `
    select
      ${SELLING_RULES("$2::text[]")} as rules,
      (select jsonb_agg(jsonb_build_object('id', o.id, 'active', o.active, 'kind', o.kind,
          'priority', o.priority,
          'latitude', o.latitude, 'longitude', o.longitude,
          'sales_channel_ids', o.sales_channel_ids) order by o.priority, o.id)
        from inventory_location o where o.deleted_at is null) as locations,
      (select jsonb_agg(jsonb_build_object('order', a.order_id, 'item', a.inventory_item_id,
          'location', r.location_id) order by a.created_at desc, r.id)
        from inventory_allocation a
        join reservation_item r on r.line_item_id = a.line_item_id
          and r.inventory_item_id = a.inventory_item_id and r.deleted_at is null and r.quantity > 0
        where a.order_id = any($1::text[]) and a.inventory_item_id = any($2::text[])) as committed,
      (select jsonb_agg(b) from (
        select distinct on (r.line_item_id, r.inventory_item_id) r.line_item_id as line,
          r.inventory_item_id as item, r.location_id as location, r.quantity::text as quantity
        from reservation_item r
        where r.line_item_id = any($3::text[]) and r.deleted_at is not null and r.quantity > 0
        order by r.line_item_id, r.inventory_item_id, r.deleted_at desc) b) as before,
      (select jsonb_agg(f) from (
        select m.line_item_id as line, t.inventory_item_id as item, t.location_id as location,
          sum(t.quantity)::text as quantity
        from inventory_movement m
        join inventory_transaction t on t.movement_id = m.id and t.state = 'fulfilled'
        where m.line_item_id = any($3::text[])
        group by 1, 2, 3) f) as fulfilled,
      (select jsonb_agg(p) from (
        select distinct on (a.line_item_id, a.inventory_item_id) a.line_item_id as line,
          a.inventory_item_id as item, a.per_unit::text as per_unit
        from inventory_allocation a
        where a.line_item_id = any($3::text[]) and a.per_unit is not null
        order by a.line_item_id, a.inventory_item_id, a.created_at) p) as per_unit,
      (select jsonb_agg(k.line) from (
        select line_item_id as line from inventory_movement where line_item_id = any($3::text[])
        union select line_item_id from reservation_item
        where line_item_id = any($3::text[])) k) as known`,
}
