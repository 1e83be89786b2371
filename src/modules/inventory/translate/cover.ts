import { atLeastZero, least, parseQuantity, type Quantity, total } from "../../../core/quantity"
import { Refusal } from "../../../core/refusal"
import { newId } from "../ids"
import type { Run } from "../posting/connection"
import type { StockCall } from "../posting/poster"
import type { World } from "../posting/world"
import type { Who } from "../request-context"
import type { CoverHoldInput, HoldRecord } from "../types"
import { committedOf } from "./holds"

/**
 * Brings what is held for an order's shortfall to where it is committed: reserved there, available
 * here, and the hold shrinks. The commitment stays as it is; what it was short of is now on its shelf.
 */
export function coverHold(
  who: Who,
  hold: HoldRecord,
  input: Omit<CoverHoldInput, "hold_id">
): StockCall<{ movementId: string; quantity: string }> {
  const asked =
    input.quantity === undefined || input.quantity === null
      ? null
      : parseQuantity(input.quantity, "quantity")
  if (asked && !asked.isGreaterThan(0)) {
    throw Refusal.invalid("quantity", `must be above zero, but is ${asked.toFixed()}`)
  }
  const from = { itemId: hold.inventory_item_id, locationId: hold.location_id }
  const to = { itemId: hold.inventory_item_id, locationId: hold.committed_location_id }
  return {
    needs: { levels: [from, to], reservationsOfLineItems: [hold.line_item_id] },
    decide(world) {
      const now = world
        .holdsOf(hold.line_item_id, hold.inventory_item_id)
        .find(({ id }) => id === hold.id)
      if (!now) {
        throw Refusal.conflict(`Hold ${hold.id} has been let go or covered already`, {
          hold_id: hold.id,
        })
      }
      const { inventory_item_id: itemId } = hold
      const quantity =
        asked && (input.unit != null || !asked.isEqualTo(now.quantity))
          ? world.inBaseUnits(asked, { itemId, unit: input.unit, field: "quantity" })
          : now.quantity
      if (quantity.isGreaterThan(now.quantity)) {
        throw Refusal.invalid(
          "quantity",
          `must be at most ${now.quantity.toFixed()}, which is what hold ${hold.id} has, not ${quantity.toFixed()}`
        )
      }
      world.requireLevels([from, to])
      const movement = world.move(who, {
        kind: "cover",
        note: input.note,
        entries: [
          { ...from, state: "reserved", quantity: quantity.negated() },
          { ...to, state: "available", quantity },
        ],
        references: { order_id: now.orderId, line_item_id: now.lineItemId },
      })
      const left = now.quantity.minus(quantity)
      world.putHold(
        left.isZero() ? now : { ...now, quantity: left },
        left.isZero() ? "released" : "updated"
      )
      return { movementId: movement!.id, quantity: quantity.toFixed() }
    },
  }
}

/**
 * Takes a cover back, for a workflow that fails later: the units return, and are held again as far as
 * the line is still committed; it may have been cut or cancelled meanwhile.
 */
export function uncoverHold(who: Who, hold: HoldRecord, quantity: Quantity): StockCall<void> {
  const from = { itemId: hold.inventory_item_id, locationId: hold.location_id }
  const to = { itemId: hold.inventory_item_id, locationId: hold.committed_location_id }
  return {
    needs: { levels: [from, to], reservationsOfLineItems: [hold.line_item_id] },
    decide(world) {
      const unheld = unheldOf(world, hold.line_item_id, hold.inventory_item_id)
      const held = least(quantity, unheld)
      world.move(who, {
        kind: "cover",
        reason: "taken_back",
        entries: [
          { ...to, state: "available", quantity: quantity.negated() },
          { ...from, state: "reserved", quantity: held },
          { ...from, state: "available", quantity: quantity.minus(held) },
        ],
        references: { order_id: hold.order_id, line_item_id: hold.line_item_id },
      })
      if (held.isGreaterThan(0)) {
        world.putHold(
          {
            ...from,
            id: newId("ihold"),
            orderId: hold.order_id,
            lineItemId: hold.line_item_id,
            committedLocationId: hold.committed_location_id,
            quantity: held,
          },
          "created"
        )
      }
    },
  }
}

/** What a line has committed of an item and does not hold anywhere. */
export function unheldOf(world: World, lineItemId: string, itemId: string): Quantity {
  const held = total(world.holdsOf(lineItemId, itemId).map(({ quantity }) => quantity))
  return atLeastZero(committedOf(world, lineItemId, itemId).minus(held))
}

/** @throws Refusal `not_found` */
export async function loadHold(run: Run, id: string): Promise<HoldRecord> {
  return (await loadHolds(run, [id]))[0]
}

/**
 * The holds in the order in which they are asked for.
 *
 * @throws Refusal `not_found` naming the first that is not there
 */
export async function loadHolds(run: Run, ids: string[]): Promise<HoldRecord[]> {
  const rows = await run<HoldRecord>(HOLDS, [ids])
  const known = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => {
    const hold = known.get(id)
    if (!hold) {
      throw Refusal.notFound(`Hold ${id} was not found`, { hold_id: id })
    }
    return hold
  })
}

const HOLDS = {
  name: "",
  text: `
    select id, order_id, line_item_id, inventory_item_id, location_id, committed_location_id,
      trim_scale(quantity)::text as quantity
    from inventory_hold where id = any($1::text[])`,
}
