import { type LevelKey, levelName } from "../../../core/level"
import { between } from "../../../core/movement"
import { atLeastZero, exact, least, type Quantity, total, ZERO } from "../../../core/quantity"
import type { State } from "../../../core/state"
import { newId } from "../ids"
import type { Run } from "../posting/connection"
import type { StockCall } from "../posting/poster"
import type { World } from "../posting/world"
import type { Who } from "../request-context"
import { commitAgain, recallFulfilled } from "./fulfilment-cancel"
import { trimHolds } from "./holds"

/** What Medusa says of one item that left, or came back, against an order line. In item units. */
export interface LineUnits {
  lineItemId: string
  itemId: string
  quantity: Quantity
}

export interface FulfilmentFacts {
  id: string
  canceled: boolean
  locationId: string
  items: (LineUnits & {
    /** Whether the line's variant still takes the item; if not, Medusa does not bring it back. */
    inKit: boolean
  })[]
}

export interface ReturnFacts {
  id: string
  locationId: string
  /** Units that were received to be sold again. */
  received: LineUnits[]
  /** Units that were received and dismissed. */
  dismissed: LineUnits[]
}

/** What an order's fulfilments and returns should have done to stock. */
export interface ShippingFacts {
  orderId: string
  /** What is still to leave, and so to be committed; nothing of an order that was cancelled. */
  open: LineUnits[]
  fulfilments: FulfilmentFacts[]
  returns: ReturnFacts[]
}

/** How many movements settling has added, and how many it has tied to what they were for. */
export interface Settled {
  posted: number
  tied: number
}

/**
 * Brings the ledger in line with what Medusa says has been fulfilled and returned of an order. Says
 * nothing twice: what is there already is left, or tied to its fulfilment or return; only what is
 * missing is posted. It can so run as often, as late and in whatever order events arrive.
 */
export function settleShipping(
  who: Who,
  facts: ShippingFacts,
  dismissedTo: State | null
): StockCall<Settled, OrderRecord[]> {
  const keys = [
    ...facts.fulfilments.flatMap(({ locationId, items }) =>
      items.map(({ itemId }) => ({ itemId, locationId }))
    ),
    ...facts.returns.flatMap(({ locationId, received, dismissed }) =>
      [...received, ...dismissed].map(({ itemId }) => ({ itemId, locationId }))
    ),
  ]
  const lineItemIds = [
    ...new Set(facts.fulfilments.flatMap(({ items }) => items.map((one) => one.lineItemId))),
  ]
  return {
    needs: { levels: keys, reservationsOfLineItems: lineItemIds },
    load: (run) => loadRecords(run, facts, keys, lineItemIds),
    decide(world, records) {
      const settled = { posted: 0, tied: 0 }
      const work = { world, who, facts, records, settled }
      facts.fulfilments.forEach((fulfilment) => settleFulfilment(work, fulfilment))
      facts.returns.forEach((one) => settleReturn(work, one, dismissedTo))
      return settled
    },
  }
}

interface Work {
  world: World
  who: Who
  facts: ShippingFacts
  records: OrderRecord[]
  settled: Settled
}

function settleFulfilment(work: Work, fulfilment: FulfilmentFacts): void {
  const { world, who, facts, records, settled } = work
  for (const item of fulfilment.items) {
    const key = { itemId: item.itemId, locationId: fulfilment.locationId }
    if (!world.openLevel(key)) {
      continue
    }
    const mine = records.filter(
      (one) =>
        one.fulfillmentId === fulfilment.id &&
        one.lineItemId === item.lineItemId &&
        one.state === "fulfilled" &&
        levelName(one) === levelName(key)
    )
    const references = {
      order_id: facts.orderId,
      line_item_id: item.lineItemId,
      fulfillment_id: fulfilment.id,
    }
    const net = total(mine.map(({ quantity }) => quantity))
    if (fulfilment.canceled) {
      if (net.isGreaterThan(0)) {
        settled.posted++
        const isBack = tieReturn(work, fulfilment, item, key, net)
        recallFulfilled(world, who, key, net)
        const again = least(net, uncommitted(work, item))
        const reservationId = again.isGreaterThan(0)
          ? commitAgain(world, {
              ...key,
              lineItemId: item.lineItemId,
              quantity: again,
              reservationId: null,
            }).id
          : null
        world.move(who, {
          kind: "unfulfil",
          entries: [
            ...(isBack || item.inKit
              ? [{ ...key, state: "fulfilled" as const, quantity: net.negated() }]
              : between(key, "fulfilled", "available", net)),
            ...between(key, "available", "committed", again),
          ],
          references: { ...references, ...(reservationId && { reservation_id: reservationId }) },
        })
      }
    } else if (!mine.length) {
      const found = tieShipment(work, fulfilment, item, key)
      if (found.isLessThan(item.quantity)) {
        settled.posted++
        tieTaking(work, fulfilment, item, key)
        world.move(who, {
          kind: "fulfil",
          entries: [{ ...key, state: "fulfilled", quantity: item.quantity.minus(found) }],
          references,
        })
      }
    }
    trimHolds(world, who, item)
  }
}

/**
 * What of a line is still to leave and has no reservation. Medusa makes one while it changes the line, so that
 * what it asks for is now and then cut to what was open before.
 */
function uncommitted({ world, facts }: Work, { lineItemId, itemId }: LineUnits): Quantity {
  const ofLine = (one: { lineItemId: string | null; itemId: string }) =>
    one.lineItemId === lineItemId && one.itemId === itemId
  const live = world.allReservations().filter((one) => !one.deletedAt && ofLine(one))
  return atLeastZero(
    total(facts.open.filter(ofLine).map(({ quantity }) => quantity)).minus(
      total(live.map(({ quantity }) => quantity))
    )
  )
}

/** Ties what the engine itself recorded when it shipped; gives how much that is. */
function tieShipment(
  work: Work,
  fulfilment: FulfilmentFacts,
  item: LineUnits,
  key: LevelKey
): Quantity {
  const untied = work.records.filter(
    (one) =>
      one.kind === "fulfil" &&
      one.free &&
      one.lineItemId === item.lineItemId &&
      one.state === "fulfilled" &&
      levelName(one) === levelName(key)
  )
  const whole = untied.find(({ quantity }) => quantity.isEqualTo(item.quantity))
  let found = ZERO
  for (const one of whole ? [whole] : untied) {
    const with_ = found.plus(one.quantity)
    if (with_.isLessThanOrEqualTo(item.quantity)) {
      found = with_
      tie(work, one, item.lineItemId, { fulfillmentId: fulfilment.id, returnId: null })
    }
  }
  return found
}

/** Where Medusa took the units by an adjustment and ended the reservation: both are of the fulfilment. */
function tieTaking(work: Work, fulfilment: FulfilmentFacts, item: LineUnits, key: LevelKey): void {
  const taken = work.records.find(
    (one) =>
      one.kind === "adjust" &&
      one.free &&
      one.state === "available" &&
      levelName(one) === levelName(key) &&
      one.quantity.isEqualTo(item.quantity.negated())
  )
  const released = work.records.find(
    (one) =>
      one.kind === "release" &&
      one.free &&
      one.lineItemId === item.lineItemId &&
      one.itemId === item.itemId &&
      one.state === "committed" &&
      one.quantity.isEqualTo(item.quantity.negated())
  )
  for (const one of [taken, released]) {
    if (one) {
      tie(work, one, item.lineItemId, { fulfillmentId: fulfilment.id, returnId: null })
    }
  }
}

/** Where Medusa put the units of a cancelled fulfilment back by an adjustment. */
function tieReturn(
  work: Work,
  fulfilment: FulfilmentFacts,
  item: LineUnits,
  key: LevelKey,
  quantity: Quantity
): boolean {
  const back = work.records.find(
    (one) =>
      one.kind === "adjust" &&
      one.free &&
      one.state === "available" &&
      levelName(one) === levelName(key) &&
      one.quantity.isEqualTo(quantity)
  )
  if (back) {
    tie(work, back, item.lineItemId, { fulfillmentId: fulfilment.id, returnId: null })
  }
  return back !== undefined
}

function settleReturn(work: Work, one: ReturnFacts, dismissedTo: State | null): void {
  const { world, who, facts, records, settled } = work
  const targets: [Map<string, Quantity>, State, boolean][] = [
    [byItem(one.received), "available", true],
    ...(dismissedTo
      ? ([[byItem(one.dismissed), dismissedTo, false]] as [Map<string, Quantity>, State, boolean][])
      : []),
  ]
  for (const [items, state, received] of targets) {
    for (const [itemId, target] of items) {
      const key = { itemId, locationId: one.locationId }
      if (!world.openLevel(key)) {
        // Medusa drops what comes back to a place that has not stocked it.
        world.open(key, newId("ilev"), "opened")
      }
      const mine = records.filter(
        (record) =>
          record.returnId === one.id && record.itemId === itemId && isRestock(record, received)
      )
      // The request that receives a return names it, but not its order.
      mine
        .filter(({ orderId }) => orderId === null)
        .forEach((record) => tie(work, record, null, { fulfillmentId: null, returnId: one.id }))
      let missing = target.minus(total(mine.map(({ quantity }) => quantity)))
      if (received && missing.isGreaterThan(0)) {
        missing = missing.minus(tieRestock(work, one, key, missing))
      }
      if (missing.isGreaterThan(0)) {
        settled.posted++
        world.move(who, {
          kind: "restock",
          reason: received ? null : DISMISSED,
          entries: [{ ...key, state, quantity: missing }],
          references: { order_id: facts.orderId, return_id: one.id },
        })
      }
    }
  }
}

/** The reason on what came back dismissed. */
const DISMISSED = "dismissed"

/** Whether units came in by it: as a restock, or as an adjustment that has been tied to the return. */
function isRestock({ kind, reason, state }: OrderRecord, received: boolean): boolean {
  return received
    ? (kind === "restock" && reason === null) || (kind === "adjust" && state === "available")
    : kind === "restock" && reason === DISMISSED
}

/** Where Medusa put returned units back outside a request that says so. */
function tieRestock(work: Work, one: ReturnFacts, key: LevelKey, missing: Quantity): Quantity {
  const found = work.records.find(
    (record) =>
      record.kind === "adjust" &&
      record.free &&
      record.state === "available" &&
      levelName(record) === levelName(key) &&
      record.quantity.isEqualTo(missing)
  )
  if (found) {
    tie(work, found, null, { fulfillmentId: null, returnId: one.id })
  }
  return found?.quantity ?? ZERO
}

function tie(
  { world, facts, settled }: Work,
  record: OrderRecord,
  lineItemId: string | null,
  to: { fulfillmentId: string | null; returnId: string | null }
): void {
  record.free = false
  settled.tied++
  world.refer({ movementId: record.movementId, orderId: facts.orderId, lineItemId, ...to })
}

function byItem(units: LineUnits[]): Map<string, Quantity> {
  const items = new Map<string, Quantity>()
  for (const { itemId, quantity } of units) {
    items.set(itemId, (items.get(itemId) ?? ZERO).plus(quantity))
  }
  return items
}

/** A ledger row that may be of the order's fulfilments or returns. */
interface OrderRecord extends LevelKey {
  movementId: string
  kind: string
  reason: string | null
  orderId: string | null
  lineItemId: string | null
  fulfillmentId: string | null
  returnId: string | null
  state: State
  quantity: Quantity
  /** Not known yet to be of a fulfilment or a return. */
  free: boolean
}

async function loadRecords(
  run: Run,
  facts: ShippingFacts,
  keys: LevelKey[],
  lineItemIds: string[]
): Promise<OrderRecord[]> {
  const rows = await run<{
    movement_id: string
    kind: string
    reason: string | null
    order_id: string | null
    line_item_id: string | null
    fulfillment_id: string | null
    return_id: string | null
    inventory_item_id: string
    location_id: string
    state: State
    quantity: string
  }>(RECORDS, [
    facts.orderId,
    lineItemIds,
    facts.fulfilments.map(({ id }) => id),
    facts.returns.map(({ id }) => id),
    keys.map(({ itemId }) => itemId),
    keys.map(({ locationId }) => locationId),
  ])
  return rows.map((row) => ({
    movementId: row.movement_id,
    kind: row.kind,
    reason: row.reason,
    orderId: row.order_id,
    lineItemId: row.line_item_id,
    fulfillmentId: row.fulfillment_id,
    returnId: row.return_id,
    itemId: row.inventory_item_id,
    locationId: row.location_id,
    state: row.state,
    quantity: exact(row.quantity),
    free: row.fulfillment_id === null && row.return_id === null,
  }))
}

/**
 * $1: order, $2: its lines, $3: its fulfilments, $4: its returns, $5, $6: levels, pairwise. What is
 * theirs, and what may be: adjustments that nobody has explained, of the last day and since the order's
 * first movement.
 */
const RECORDS = {
  name: "stockroom_order_records",
  text: `
    with mine as (
      select id from inventory_movement where order_id = $1
      union select id from inventory_movement where line_item_id = any($2::text[])
      union select id from inventory_movement where fulfillment_id = any($3::text[])
      union select id from inventory_movement where return_id = any($4::text[])
      union select movement_id from inventory_movement_reference where order_id = $1
    ),
    began as (
      select min(m.created_at) as at from mine join inventory_movement m on m.id = mine.id
    ),
    unexplained as (
      select m.id
      from unnest($5::text[], $6::text[]) as k (i, l)
      cross join began
      join inventory_transaction t on t.inventory_item_id = k.i and t.location_id = k.l
        and t.created_at > greatest(began.at, now() - interval '1 day') and t.state = 'available'
      join inventory_movement m on m.id = t.movement_id and m.kind = 'adjust'
        and m.order_id is null and m.reason is null
        and m.source is distinct from 'POST /admin/stockroom/stock'
    )
    select m.id as movement_id, m.kind, m.reason, coalesce(m.order_id, r.order_id) as order_id,
      coalesce(m.line_item_id, r.line_item_id) as line_item_id,
      coalesce(m.fulfillment_id, r.fulfillment_id) as fulfillment_id,
      coalesce(m.return_id, r.return_id) as return_id,
      t.inventory_item_id, t.location_id, t.state, t.quantity::text
    from (select id from mine union select id from unexplained) found
    join inventory_movement m on m.id = found.id
    left join inventory_movement_reference r on r.movement_id = m.id
    join inventory_transaction t on t.movement_id = m.id
    where coalesce(m.fulfillment_id, r.fulfillment_id, m.return_id, r.return_id) is not null
      or (m.reverses_id is null
        and not exists (select 1 from inventory_movement u where u.reverses_id = m.id))
    order by m.created_at, m.ordinal, t.id`,
}
