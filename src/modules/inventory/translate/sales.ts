import {
  type AllocationStrategy,
  type Candidate,
  eligibleLocations,
  type ItemAllocation,
  type ItemDemand,
  allocate,
  shareHolds,
} from "../../../core/allocation"
import { mostTogether, sellableAt } from "../../../core/low-stock"
import { least, type Quantity, total, ZERO } from "../../../core/quantity"
import { refuseShort, type Shortage } from "../../../core/shortage"
import { newId } from "../ids"
import { stopsFor } from "../low-stock/selling"
import { coordinatesOf, type OrderLine } from "../order-lines"
import type { StockCall } from "../posting/poster"
import type { World } from "../posting/world"
import { isShopper, type Who } from "../request-context"
import type { Reservation } from "../types"
import { type AllocationFacts, loadFacts } from "./allocation-facts"
import { placeHold } from "./holds"
import {
  type CreateReservationInput,
  parseReservations,
  quantityField,
  refuseInactive,
  take,
} from "./reservations"

/** What an order wants to be committed, and how it is to be decided where. */
export interface Sale {
  strategy: AllocationStrategy
  /** The order lines among the inputs' line items; what is of none of them stays where it is named. */
  lines: Map<string, OrderLine>
  /** What the strategy prepared, by order. */
  prepared: Map<string, unknown>
  /** The caller's location is meant, not a suggestion. */
  named: boolean
  /** The order stands whatever there is: what is short takes its location below zero. */
  force?: boolean
  /** Leaves out lines of which the ledger knows something already. */
  onlyNew?: boolean
}

/** A line's part of a sale: its reservation as asked for, and its order. */
interface Wanted {
  reservation: Reservation
  line: OrderLine | undefined
}

/**
 * Commits order lines: allocates every item of an order at one location, and holds what is short there
 * at the others. All lines or none; the refusal names every item that is short.
 */
export function sell(
  who: Who,
  inputs: CreateReservationInput[],
  sale: Sale
): StockCall<Reservation[], AllocationFacts> {
  const asked = parseReservations(inputs)
  const itemIds = [...new Set(asked.map(({ itemId }) => itemId))]
  const orderIds = [...new Set([...sale.lines.values()].map(({ orderId }) => orderId))]
  return {
    needs: { levelsOfItems: itemIds, levels: asked },
    load: (run) => loadFacts(run, orderIds, itemIds, [...sale.lines.keys()]),
    decide(world, facts) {
      const wanted = asked
        .map((reservation): Wanted => ({
          reservation,
          line: sale.lines.get(reservation.lineItemId ?? ""),
        }))
        .filter(({ reservation, line }) => !sale.onlyNew || !line || !facts.known(reservation))
        .map((one) => withoutFulfilled(one, facts))
        .filter(
          ({ reservation, line }) => !line || reservation.quantity.isGreaterThan(0) || sale.named
        )
      if (!sale.force) {
        wanted.forEach(({ reservation: { itemId, quantity } }, index) =>
          world.inBaseUnits(quantity, { itemId, field: quantityField(wanted.length, index) })
        )
      }
      const short: Shortage[] = []
      const made: Reservation[] = []
      for (const group of groupByOrder(wanted)) {
        made.push(...sellGroup(world, who, group, sale, facts, short))
      }
      refuseShort(short, { figures: !isShopper(who) })
      return made
    },
  }
}

/** Medusa forgets what is fulfilled when an order is edited, and wants it reserved again. */
function withoutFulfilled({ reservation, line }: Wanted, facts: AllocationFacts): Wanted {
  const perUnit = line && facts.perUnit(reservation)
  if (!perUnit) {
    return { reservation, line }
  }
  const open = line.open.isLessThan(0) ? ZERO : line.open
  return {
    reservation: {
      ...reservation,
      quantity: least(reservation.quantity, perUnit.multipliedBy(open)),
    },
    line,
  }
}

/** The lines of one order that want one item; what is of no order stands for itself. */
function groupByOrder(wanted: Wanted[]): Wanted[][] {
  const groups = new Map<string, Wanted[]>()
  for (const one of wanted) {
    const name = one.line?.orderId ?? `@${one.reservation.locationId}`
    groups.set(name, [...(groups.get(name) ?? []), one])
  }
  return [...groups.values()]
}

function sellGroup(
  world: World,
  who: Who,
  group: Wanted[],
  sale: Sale,
  facts: AllocationFacts,
  short: Shortage[]
): Reservation[] {
  const byItem = new Map<string, Wanted[]>()
  for (const one of group) {
    const { itemId } = one.reservation
    byItem.set(itemId, [...(byItem.get(itemId) ?? []), one])
  }
  const order = group[0].line
  const items = [...byItem].map(([itemId, lines]) =>
    demandOf(world, who, itemId, lines, sale, facts)
  )
  const allocations = new Map(
    allocate(
      sale.strategy,
      { items, destination: coordinatesOf(order?.shippingAddress ?? null) },
      sale.prepared.get(order?.orderId ?? "")
    ).map((allocation) => [allocation.itemId, allocation])
  )
  const made = new Map<string, Reservation>()
  for (const [itemId, lines] of byItem) {
    const allocation = placed(world, allocations.get(itemId)!, lines, sale)
    if (allocation.leftOver.isGreaterThan(0) && !stands(lines, sale, facts)) {
      short.push({
        itemId,
        locationId: allocation.locationId ?? lines[0].reservation.locationId,
        has: allocation.together,
        asked: total(lines.map(({ reservation }) => reservation.quantity)),
      })
      continue
    }
    commitItem(world, who, lines, allocation, sale, facts).forEach((reservation) =>
      made.set(reservation.id, reservation)
    )
  }
  return group.flatMap(({ reservation }) => made.get(reservation.id) ?? [])
}

/** Whether lines are never refused: the order stands, or what had left only comes back. */
function stands(lines: Wanted[], { force }: Sale, facts: AllocationFacts): boolean {
  return (
    force ||
    lines.every(({ reservation }) =>
      facts.fulfilledFrom(reservation).isGreaterThanOrEqualTo(reservation.quantity)
    )
  )
}

function demandOf(
  world: World,
  who: Who,
  itemId: string,
  lines: Wanted[],
  sale: Sale,
  facts: AllocationFacts
): ItemDemand {
  const { line } = lines[0]
  const suggestedId = lines[0].reservation.locationId
  const meant =
    !line ||
    sale.named ||
    lines.some(({ reservation }) => facts.fulfilledFrom(reservation).isGreaterThan(0))
  if (meant) {
    world.requireLevels(lines.map(({ reservation }) => reservation))
    refuseInactive(
      world,
      lines.map(({ reservation }) => reservation)
    )
  }
  const quantity = (backorder: boolean) =>
    total(
      lines
        .filter(({ reservation }) => reservation.allowBackorder === backorder)
        .map(({ reservation }) => reservation.quantity)
    )
  // Rules stop shoppers; what stands, comes back or is meant to be there is not theirs to stop.
  const limits =
    meant || sale.force || !stopsFor(who)
      ? null
      : facts.sellingLimits(itemId, () =>
          world.openLevels().filter((level) => level.itemId === itemId)
        )
  const candidates = facts.locations(suggestedId).filter(({ id }) => !meant || id === suggestedId)
  const eligible = meant
    ? candidates
    : eligibleLocations(candidates, { salesChannelId: line.salesChannelId, suggestedId })
  return {
    itemId,
    firm: quantity(false),
    backorder: quantity(true),
    most: mostTogether(limits, line?.salesChannelId ?? null),
    candidates: eligible.flatMap((location): Candidate[] => {
      const level = world.openLevel({ itemId, locationId: location.id })
      return level && (level.active || meant)
        ? [
            {
              locationId: location.id,
              available: sellableAt(limits, location.id, level.balances.available),
              priority: location.priority,
              coordinates: location.coordinates,
            },
          ]
        : []
    }),
    committedAt: line && !meant ? facts.committedAt(line.orderId, itemId) : null,
    before: line && !meant && lines.length === 1 ? facts.before(lines[0].reservation) : null,
  }
}

/**
 * What may be backordered, or stands whatever there is, is taken where Medusa suggests if no location
 * has a level of it; the level is opened there.
 */
function placed(
  world: World,
  allocation: ItemAllocation,
  lines: Wanted[],
  { force }: Sale
): ItemAllocation {
  if (allocation.locationId !== null || (allocation.leftOver.isGreaterThan(0) && !force)) {
    return allocation
  }
  const { itemId, locationId } = lines[0].reservation
  if (!world.openLevel({ itemId, locationId })) {
    world.open({ itemId, locationId }, newId("ilev"), "opened")
  }
  return { ...allocation, locationId, reason: "backorder" }
}

function commitItem(
  world: World,
  who: Who,
  lines: Wanted[],
  allocation: ItemAllocation,
  sale: Sale,
  facts: AllocationFacts
): Reservation[] {
  const locationId = allocation.locationId ?? lines[0].reservation.locationId
  const shares = shareHolds(
    lines.map(({ reservation }) => reservation),
    allocation
  )
  return lines.map(({ reservation: asked, line }, index) => {
    const reservation = { ...asked, locationId }
    take(world, who, reservation, line?.orderId ?? null)
    world.putReservation(reservation, "created")
    if (!line) {
      return reservation
    }
    const holds = shares[index].map((part) =>
      placeHold(world, who, {
        orderId: line.orderId,
        lineItemId: line.lineItemId,
        itemId: reservation.itemId,
        locationId: part.locationId,
        committedLocationId: locationId,
        quantity: part.quantity,
      })
    )
    world.record({
      orderId: line.orderId,
      lineItemId: line.lineItemId,
      itemId: reservation.itemId,
      locationId,
      quantity: reservation.quantity,
      perUnit: facts.perUnit(reservation) ?? perUnitOf(reservation.quantity, line.open),
      strategy: sale.strategy.identifier,
      reason: sale.named ? "named" : allocation.reason,
      suggestedLocationId: asked.locationId,
      reservationId: reservation.id,
      holds: holds.map((hold) => ({
        hold_id: hold.id,
        location_id: hold.locationId,
        quantity: hold.quantity.toFixed(),
      })),
    })
    return reservation
  })
}

/** How many units of the item one unit of the line takes; null where the figures do not divide. */
function perUnitOf(quantity: Quantity, open: Quantity): Quantity | null {
  if (!open.isGreaterThan(0)) {
    return null
  }
  const perUnit = quantity.dividedBy(open)
  return perUnit.multipliedBy(open).isEqualTo(quantity) ? perUnit : null
}
