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
import { loadMoved, type Moved, takeBack } from "./taken-back"

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
): StockCall<Level[], Moved[]> {
  const adjustments = parseAdjustments(inputs)
  const lineIds = flow.lines.map(({ id }) => id)
  const putsBack = adjustments.some(({ quantity }) => quantity.isGreaterThan(0))
  return {
    wantsLevelRows: true,
    needs: {
      levels: adjustments.map(({ key }) => key),
      reservationsOfLineItems: lineIds,
      ...(putsBack && { deletedReservationsOfLineItems: lineIds }),
    },
    load: async (run) => (putsBack ? await loadMoved(run, who, "fulfil") : []),
    decide(world, moved) {
      requireAdjusted(world, adjustments)
      const leaving = adjustments.filter(({ quantity }) => quantity.isLessThan(0))
      leave(world, who, flow, leaving, orderLines)
      for (const adjustment of adjustments.filter(({ quantity }) => quantity.isGreaterThan(0))) {
        if (!takeBack(world, who, adjustment, moved, "unfulfil")) {
          adjust(world, who, adjustment)
        }
      }
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
  orderLines: Map<string, OrderLine>
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
    if (
      lines.some(({ reservations }) => reservations.some((one) => one.itemId === shipment.itemId))
    ) {
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
