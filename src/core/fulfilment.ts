import { levelName, type LevelKey } from "./level"
import { between, type Entry } from "./movement"
import { least, type Quantity, total } from "./quantity"
import type { ReservedStock } from "./reservation"

/** A part of a commitment that a fulfilment takes. */
export interface CommitmentPart<R extends ReservedStock = ReservedStock> {
  reservation: R
  quantity: Quantity
}

/** Units of one item that leave from one location against an order. */
export interface Shipment extends LevelKey {
  quantity: Quantity
}

/**
 * committed → fulfilled, where it ships. What was committed at another location is released there
 * and taken here.
 */
export function fulfilEntries(
  { reservation, quantity }: CommitmentPart,
  shippedFrom: LevelKey
): Entry[] {
  const { itemId, locationId } = shippedFrom
  if (levelName(reservation) === levelName(shippedFrom)) {
    return between(shippedFrom, "committed", "fulfilled", quantity)
  }
  return [
    ...between(reservation, "committed", "available", quantity),
    ...between({ itemId, locationId }, "available", "fulfilled", quantity),
  ]
}

/** One order line that a request fulfils: what it has committed of an item, in the item's units. */
export interface LineCommitment<R extends ReservedStock = ReservedStock> {
  lineItemId: string
  /** The share of the line's open quantity that is fulfilled now; null where it is not known. */
  share: { fulfilled: Quantity; open: Quantity } | null
  reservations: R[]
}

/**
 * Finds which line each shipment is for. Medusa says what leaves, item by item, but not for which
 * line; where several lines of an order share an item, the line whose open share comes to the
 * shipment's quantity is it, and else the first that has enough.
 *
 * @returns for each shipment its line, or null where no line has that much committed
 */
export function matchShipments<R extends ReservedStock>(
  shipments: Shipment[],
  lines: LineCommitment<R>[]
): (LineCommitment<R> | null)[] {
  const taken = new Set<string>()
  const free = ({ itemId }: Shipment) =>
    lines.filter(
      (line) =>
        !taken.has(`${line.lineItemId} ${itemId}`) &&
        line.reservations.some((reservation) => reservation.itemId === itemId)
    )
  return shipments.map((shipment) => {
    const candidates = free(shipment).filter((line) =>
      committedOf(line, shipment.itemId).isGreaterThanOrEqualTo(shipment.quantity)
    )
    const line =
      candidates.find((candidate) => isShare(candidate, shipment)) ?? candidates[0] ?? null
    if (line) {
      taken.add(`${line.lineItemId} ${shipment.itemId}`)
    }
    return line
  })
}

/** The parts of a line's commitments that a shipment takes: those at the place it ships from first. */
export function partsOf<R extends ReservedStock>(
  line: LineCommitment<R>,
  shipment: Shipment
): CommitmentPart<R>[] {
  const here = levelName(shipment)
  const inTurn = line.reservations
    .filter(({ itemId }) => itemId === shipment.itemId)
    .sort((a, b) => Number(levelName(b) === here) - Number(levelName(a) === here))
  let left = shipment.quantity
  return inTurn.flatMap((reservation) => {
    const quantity = least(left, reservation.quantity)
    left = left.minus(quantity)
    return quantity.isGreaterThan(0) ? [{ reservation, quantity }] : []
  })
}

/** What a line has committed of an item, over all locations. */
function committedOf(line: LineCommitment, itemId: string): Quantity {
  return total(
    line.reservations.filter((one) => one.itemId === itemId).map(({ quantity }) => quantity)
  )
}

/** Whether a shipment is the share of a line's commitment that is fulfilled of the line's open quantity. */
function isShare(line: LineCommitment, { itemId, quantity }: Shipment): boolean {
  const { share } = line
  return (
    share !== null &&
    committedOf(line, itemId)
      .multipliedBy(share.fulfilled)
      .isEqualTo(quantity.multipliedBy(share.open))
  )
}
