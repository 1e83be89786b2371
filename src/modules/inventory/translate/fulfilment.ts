import {
  type CommitmentPart,
  fulfilEntries,
  type LineCommitment,
  matchShipments,
  partsOf,
  type Shipment,
} from "../../../core/fulfilment"
import type { Level } from "../../../core/level"
import { parseQuantity } from "../../../core/quantity"
import { Refusal } from "../../../core/refusal"
import type { OrderLine } from "../order-lines"
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
import { trimHolds } from "./holds"
import { loadMoved, type Moved, movedAt, takeBack } from "./taken-back"

type Fulfil = Extract<Flow, { kind: "fulfil" }>

/**
 * What Medusa's `adjustInventory` is in a fulfilment: committed → fulfilled, in one movement for each
 * commitment, and never more than is committed. Medusa then sets the reservations to figures that it
 * has read before; those calls find their work done. When a later step fails, Medusa puts the units
 * back by the opposite adjustments: they take the movements back.
 */
export function fulfil(
  who: Who,
  flow: Fulfil,
  inputs: AdjustmentInput[],
  orderLines: Map<string, OrderLine>
): StockCall<Level[], { moved: Moved[]; itemsOfLines: Set<string> }> {
  const adjustments = parseAdjustments(inputs)
  const leaving = adjustments.filter(({ quantity }) => quantity.isLessThan(0))
  const returning = adjustments.filter(({ quantity }) => quantity.isGreaterThan(0))
  const lineIds = flow.lines.map(({ id }) => id)
  return {
    wantsLevelRows: true,
    needs: {
      levels: adjustments.map(({ key }) => key),
      reservationsOfLineItems: lineIds,
      ...(returning.length && { deletedReservationsOfLineItems: lineIds }),
    },
    load: async (run) => ({
      moved: returning.length ? await loadMoved(run, who, "fulfil") : [],
      itemsOfLines: await loadItemsOfLines(run, lineIds),
    }),
    decide(world, { moved, itemsOfLines }) {
      requireAdjusted(world, adjustments)
      leave(world, who, flow, leaving, orderLines, itemsOfLines)
      takeBack(
        world,
        who,
        movedAt(
          moved,
          returning.map(({ key }) => key)
        ),
        "unfulfil"
      )
      returning
        .filter(({ key }) => !movedAt(moved, [key]).length)
        .forEach((adjustment) => adjust(world, who, adjustment))
      return requireAdjusted(world, adjustments)
    },
  }
}

/** An adjustment that is of no order line, such as packaging that a merchant's own code takes. */
export function adjust(world: World, who: Who, { key, quantity }: Adjustment): void {
  world.move(who, { kind: "adjust", entries: [{ ...key, state: "available", quantity }] })
}

function leave(
  world: World,
  who: Who,
  flow: Fulfil,
  adjustments: Adjustment[],
  orderLines: Map<string, OrderLine>,
  itemsOfLines: Set<string>
): void {
  const lines = commitments(world, flow, orderLines)
  const shipments = adjustments.map(({ key, quantity }): Shipment => ({
    ...key,
    quantity: quantity.negated(),
  }))
  matchShipments(shipments, lines).forEach((line, index) => {
    const shipment = shipments[index]
    if (line) {
      for (const part of partsOf(line, shipment)) {
        ship(world, who, flow.orderId, part, shipment)
      }
      trimHolds(world, who, { lineItemId: line.lineItemId, itemId: shipment.itemId })
      return
    }
    // Also where somebody who was faster has shipped all that was reserved.
    if (itemsOfLines.has(shipment.itemId)) {
      throw new Refusal(
        "invalid_data",
        `Quantity to fulfill exceeds the reserved quantity for the item: ${shipment.itemId} (${shipment.quantity.toFixed()} at location ${shipment.locationId})`,
        { inventory_item_id: shipment.itemId, location_id: shipment.locationId }
      )
    }
    adjust(world, who, adjustments[index])
  })
}

function commitments(
  world: World,
  flow: Fulfil,
  orderLines: Map<string, OrderLine>
): LineCommitment<Reservation>[] {
  return flow.lines.map(({ id, quantity }) => {
    const line = orderLines.get(id)
    return {
      lineItemId: id,
      share: line
        ? { fulfilled: parseQuantity(quantity, "items.quantity"), open: line.open }
        : null,
      reservations: world
        .allReservations()
        .filter((one) => !one.deletedAt && one.lineItemId === id && one.quantity.isGreaterThan(0)),
    }
  })
}

/** Takes a part of a commitment and what is left of its reservation with it. */
function ship(
  world: World,
  who: Who,
  orderId: string,
  part: CommitmentPart<Reservation>,
  shipment: Shipment
): void {
  const { reservation, quantity } = part
  world.move(who, {
    kind: "fulfil",
    entries: fulfilEntries(part, shipment),
    references: {
      order_id: orderId,
      line_item_id: reservation.lineItemId,
      reservation_id: reservation.id,
    },
  })
  const left = reservation.quantity.minus(quantity)
  world.putReservation(
    { ...reservation, quantity: left, deletedAt: left.isZero() ? new Date() : null },
    "updated"
  )
}

/** The items that have ever been reserved for the lines. */
async function loadItemsOfLines(run: Run, lineIds: string[]): Promise<Set<string>> {
  const rows = await run<{ inventory_item_id: string }>(ITEMS_OF_LINES, [lineIds])
  return new Set(rows.map((row) => row.inventory_item_id))
}

const ITEMS_OF_LINES = {
  name: "stockroom_items_of_lines",
  text: `
    select distinct inventory_item_id from reservation_item where line_item_id = any($1::text[])`,
}
