import { type Level, type LevelKey, levelName } from "../../../core/level"
import { between } from "../../../core/movement"
import { atLeastZero, exact, type Quantity } from "../../../core/quantity"
import { newId } from "../ids"
import type { Run } from "../posting/connection"
import type { StockCall } from "../posting/poster"
import type { World } from "../posting/world"
import type { Flow, Who } from "../request-context"
import type { Reservation } from "../types"
import {
  type Adjustment,
  type AdjustmentInput,
  parseAdjustments,
  requireAdjusted,
} from "./adjustment"
import { adjust } from "./fulfilment"
import { loadMoved, type Moved, takeBack } from "./taken-back"

export type CancelFulfilment = Extract<Flow, { kind: "cancel_fulfilment" }>

/** What has left against one order line at one level, and has not come back. */
interface Shipped extends LevelKey {
  lineItemId: string
  quantity: Quantity
  reservationId: string | null
}

/** What the ledger has of a fulfilment. */
export interface FulfilmentRecord {
  /** Its lines, whether or not their units have come back. */
  lineItemIds: string[]
  shipped: Shipped[]
}

/**
 * What Medusa's `adjustInventory` is when a fulfilment is cancelled: fulfilled → committed where it
 * shipped, whatever is available there. A fulfilment that has been cancelled already, by somebody who
 * was faster, is left alone, so that it restocks once. The reservation is made here, in the same
 * transaction; Medusa's call that would make it finds it. When a later step fails, Medusa takes the
 * units again by the opposite adjustments: they take the movements back.
 *
 * @param known - what the ledger has of the fulfilment, read before anything is locked
 */
export function cancelFulfilment(
  who: Who,
  flow: CancelFulfilment,
  inputs: AdjustmentInput[],
  known: FulfilmentRecord
): StockCall<Level[], { record: FulfilmentRecord; moved: Moved[] }> {
  const adjustments = parseAdjustments(inputs)
  const leaving = adjustments.filter(({ quantity }) => quantity.isLessThan(0))
  const returning = adjustments.filter(({ quantity }) => quantity.isGreaterThan(0))
  return {
    wantsLevelRows: true,
    needs: {
      levels: [...adjustments.map(({ key }) => key), ...known.shipped],
      reservationsOfLineItems: known.lineItemIds,
      deletedReservationsOfLineItems: known.lineItemIds,
    },
    load: async (run) => ({
      record: await loadFulfilment(run, flow),
      moved: leaving.length ? await loadMoved(run, who, "unfulfil") : [],
    }),
    decide(world, { record: { shipped }, moved }) {
      requireAdjusted(world, adjustments)
      // Of a request that was not the first, nothing comes back, and nothing is taken back.
      const isOfFulfilment = ({ key }: Adjustment) =>
        shipped.some((one) => levelName(one) === levelName(key))
      if (returning.length) {
        const here = shipped.filter((one) => world.openLevel(one))
        comeBack(world, who, flow, here)
      }
      if (leaving.some(isOfFulfilment)) {
        takeBack(world, who, moved, "fulfil")
      }
      adjustments
        .filter((one) => !isOfFulfilment(one))
        .forEach((adjustment) => adjust(world, who, adjustment))
      return requireAdjusted(world, adjustments)
    },
  }
}

/**
 * All that has left and not come back, whatever Medusa thinks has: it forgets what is no longer in the
 * variant's kit.
 */
function comeBack(world: World, who: Who, flow: CancelFulfilment, shipped: Shipped[]): void {
  for (const one of shipped.filter(({ quantity }) => quantity.isGreaterThan(0))) {
    const reservation = commitAgain(world, one)
    recallFulfilled(world, who, one, one.quantity)
    world.move(who, {
      kind: "unfulfil",
      entries: between(one, "fulfilled", "committed", one.quantity),
      references: {
        order_id: flow.orderId,
        line_item_id: one.lineItemId,
        fulfillment_id: flow.fulfillmentId,
        reservation_id: reservation.id,
      },
    })
  }
}

/**
 * Where a level was deleted and made again since, its deletion has taken out what it had fulfilled: as
 * much as comes back is put back first, so that coming back is not refused.
 */
export function recallFulfilled(world: World, who: Who, key: LevelKey, quantity: Quantity): void {
  const { itemId, locationId, balances } = world.requireLevel(key)
  const missing = atLeastZero(quantity.minus(balances.fulfilled))
  world.move(who, {
    kind: "restore",
    entries: [{ itemId, locationId, state: "fulfilled", quantity: missing }],
  })
}

/** Adds to the line's reservation where it shipped, or makes one there. The caller moves the stock. */
export function commitAgain(world: World, shipped: Shipped): Reservation {
  const { itemId, locationId, lineItemId, quantity } = shipped
  const live = world
    .allReservations()
    .find(
      (one) =>
        !one.deletedAt && one.lineItemId === lineItemId && levelName(one) === levelName(shipped)
    )
  const before = world.reservation(shipped.reservationId ?? "")
  const reservation: Reservation = live
    ? { ...live, quantity: live.quantity.plus(quantity) }
    : {
        id: newId("resitem"),
        itemId,
        locationId,
        lineItemId,
        quantity,
        allowBackorder: before?.allowBackorder ?? false,
        externalId: before?.externalId ?? null,
        description: before?.description ?? null,
        createdBy: before?.createdBy ?? null,
        metadata: before?.metadata ?? null,
        createdAt: null,
        updatedAt: null,
        deletedAt: null,
      }
  world.putReservation(reservation, live ? "updated" : "created")
  return reservation
}

/** What the ledger has of a fulfilment: of each line and level, what has left and not come back. */
export async function loadFulfilment(
  run: Run,
  { fulfillmentId }: Pick<CancelFulfilment, "fulfillmentId">
): Promise<FulfilmentRecord> {
  const rows = await run<{
    line_item_id: string
    inventory_item_id: string
    location_id: string
    quantity: string
    reservation_id: string | null
  }>(FULFILMENT, [fulfillmentId])
  return {
    lineItemIds: [...new Set(rows.map((row) => row.line_item_id))],
    shipped: rows.map((row) => ({
      itemId: row.inventory_item_id,
      locationId: row.location_id,
      lineItemId: row.line_item_id,
      quantity: exact(row.quantity),
      reservationId: row.reservation_id,
    })),
  }
}

const FULFILMENT = {
  name: "stockroom_fulfilment",
  text: `
    select coalesce(m.line_item_id, r.line_item_id) as line_item_id, t.inventory_item_id,
      t.location_id, sum(t.quantity)::text as quantity, min(m.reservation_id) as reservation_id
    from (
      select id from inventory_movement where fulfillment_id = $1
      union select movement_id from inventory_movement_reference where fulfillment_id = $1
    ) tied
    join inventory_movement m on m.id = tied.id
    left join inventory_movement_reference r on r.movement_id = m.id
    join inventory_transaction t on t.movement_id = m.id and t.state = 'fulfilled'
    where coalesce(m.line_item_id, r.line_item_id) is not null
    group by 1, 2, 3
    order by 1, 2, 3`,
}
