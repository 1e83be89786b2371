import { exact } from "../../core/quantity"
import type { MovementKind } from "../../core/movement"
import type { State } from "../../core/state"
import { type StoryMovement, tellStory } from "../../core/story"
import type { Run } from "./posting/connection"
import { decimal, OUTSTANDING } from "./transfers"
import type { AllocationRecord, HoldRecord, OrderStock, OrderTransferRecord } from "./types"

/** An order's stock: what is committed and held where and why, and its story. */
export async function orderStock(read: Run, orderId: string): Promise<OrderStock> {
  const [[state], movements] = await Promise.all([
    read<StateRow>(STATE, [orderId]),
    read<MovementRow>(MOVEMENTS, [orderId]),
  ])
  const holds = state.holds ?? []
  const transfers = state.transfers ?? []
  return {
    order_id: orderId,
    committed: state.committed ?? [],
    holds,
    allocations: state.allocations ?? [],
    proposals: holds.map((hold) => ({
      hold_id: hold.id,
      inventory_item_id: hold.inventory_item_id,
      from_location_id: hold.location_id,
      to_location_id: hold.committed_location_id,
      quantity: hold.quantity,
      transfer_id: transfers.find((one) => covers(one, hold.id))?.id ?? null,
    })),
    transfers,
    events: tellStory(movements.map(toStoryMovement)).map((event) => ({
      kind: event.kind,
      at: event.at,
      fulfillment_id: event.fulfillmentId,
      return_id: event.returnId,
      reason: event.reason,
      note: event.note,
      actor_type: event.actorType,
      actor_id: event.actorId,
      movement_ids: event.movementIds,
      entries: event.entries.map(({ itemId, locationId, state: inState, quantity }) => ({
        inventory_item_id: itemId,
        location_id: locationId,
        state: inState,
        quantity: quantity.toFixed(),
      })),
    })),
  }
}

/** As `HOLDS_FOR_TRANSFER` has it: another transfer would be refused. */
function covers({ status, origin_deduction, lines }: OrderTransferRecord, holdId: string): boolean {
  const takes =
    status === "draft" ||
    (["pending", "partial"].includes(status) && origin_deduction === "on_receipt")
  return takes && lines.some(({ hold_id }) => hold_id === holdId)
}

interface StateRow {
  committed: OrderStock["committed"] | null
  holds: HoldRecord[] | null
  allocations: AllocationRecord[] | null
  transfers: OrderTransferRecord[] | null
}

interface MovementRow {
  id: string
  kind: MovementKind
  at: string
  correlation_id: string | null
  fulfillment_id: string | null
  return_id: string | null
  reason: string | null
  note: string | null
  actor_type: string
  actor_id: string | null
  entries: { item: string; location: string; state: State; quantity: string }[]
}

function toStoryMovement(row: MovementRow): StoryMovement {
  return {
    id: row.id,
    kind: row.kind,
    at: row.at,
    correlationId: row.correlation_id,
    fulfillmentId: row.fulfillment_id,
    returnId: row.return_id,
    reason: row.reason,
    note: row.note,
    actorType: row.actor_type,
    actorId: row.actor_id,
    entries: row.entries.map(({ item, location, state, quantity }) => ({
      itemId: item,
      locationId: location,
      state,
      quantity: exact(quantity),
    })),
  }
}

/**
 * The movements of order `$1`: those that name it, those of its lines (Medusa's calls often name
 * nothing but a line), and those that were tied to it later.
 */
export const MOVEMENTS_OF_ORDER = (order: string) => `
  select id from inventory_movement where order_id = ${order}
  union select m.id from inventory_movement m
    where m.line_item_id in (
      select line_item_id from inventory_allocation where order_id = ${order})
  union select movement_id from inventory_movement_reference where order_id = ${order}`

const STATE = {
  name: "stockroom_order_state",
  text: `
    select
      (select jsonb_agg(jsonb_build_object('reservation_id', r.id, 'line_item_id', r.line_item_id,
          'inventory_item_id', r.inventory_item_id, 'location_id', r.location_id,
          'quantity', trim_scale(r.quantity)::text) order by r.id)
        from reservation_item r
        where r.deleted_at is null and r.quantity > 0 and r.line_item_id in (
          select line_item_id from inventory_allocation where order_id = $1)) as committed,
      (select jsonb_agg(jsonb_build_object('id', h.id, 'order_id', h.order_id,
          'line_item_id', h.line_item_id, 'inventory_item_id', h.inventory_item_id,
          'location_id', h.location_id, 'committed_location_id', h.committed_location_id,
          'quantity', trim_scale(h.quantity)::text) order by h.id)
        from inventory_hold h where h.order_id = $1 and h.deleted_at is null) as holds,
      (select jsonb_agg(jsonb_build_object('id', t.id, 'number', 'T-' || t.number,
          'status', t.status, 'origin_id', t.origin_id, 'destination_id', t.destination_id,
          'origin_deduction', t.origin_deduction, 'lines', l.lines) order by t.number desc)
        from (
          select l.transfer_id, jsonb_agg(jsonb_build_object(
            'inventory_item_id', l.inventory_item_id, 'line_item_id', l.line_item_id,
            'hold_id', l.hold_id, 'quantity', ${decimal("l.quantity")},
            'accepted', ${decimal("l.accepted")}, 'rejected', ${decimal("l.rejected")},
            'outstanding', ${decimal(OUTSTANDING)}) order by l.position, l.id) as lines
          from inventory_transfer_line l where l.order_id = $1 group by l.transfer_id
        ) l join inventory_transfer t on t.id = l.transfer_id
        where t.deleted_at is null) as transfers,
      (select jsonb_agg(a order by a.id) from (
        select distinct on (a.line_item_id, a.inventory_item_id) a.id, a.line_item_id,
          a.inventory_item_id, a.location_id, trim_scale(a.quantity)::text as quantity,
          a.strategy, a.reason, a.suggested_location_id, a.holds, a.created_at
        from inventory_allocation a where a.order_id = $1
        order by a.line_item_id, a.inventory_item_id, a.created_at desc) a) as allocations`,
}

const MOVEMENTS = {
  name: "stockroom_order_movements",
  text: `
    select m.id, m.kind, m.correlation_id, m.reason, m.note, m.actor_type, m.actor_id,
      to_char(m.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
      coalesce(m.fulfillment_id, r.fulfillment_id) as fulfillment_id,
      coalesce(m.return_id, r.return_id) as return_id,
      jsonb_agg(jsonb_build_object('item', t.inventory_item_id, 'location', t.location_id,
        'state', t.state, 'quantity', t.quantity::text) order by t.id) as entries
    from (${MOVEMENTS_OF_ORDER("$1")}) mine
    join inventory_movement m on m.id = mine.id
    left join inventory_movement_reference r on r.movement_id = m.id
    join inventory_transaction t on t.movement_id = m.id
    group by m.id, r.id
    order by m.created_at, m.ordinal`,
}
