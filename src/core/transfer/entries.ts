import type { LevelKey } from "../level"
import type { Entry } from "../movement"
import { type Quantity, ZERO } from "../quantity"
import { keptAs, type RejectDisposition } from "./disposition"
import type { TransferRoute } from "./transfer"

/** Units of one item that a step of a transfer is about. */
export interface TransferUnits {
  itemId: string
  quantity: Quantity
  /** How many of them are kept at the origin for an order's shortfall: these are a part of `reserved`. */
  held: Quantity
}

/** What marking a transfer pending does: they are expected there, and gone or promised here. */
export function sendEntries(route: TransferRoute, units: TransferUnits): Entry[] {
  const { origin, destination } = endsOf(route, units.itemId)
  return [
    { ...destination, state: "incoming", quantity: units.quantity },
    ...(route.deduction === "on_pending"
      ? leave(origin, units)
      : [entry(origin, "incoming", units.quantity.negated())]),
  ]
}

/** Units of one item that have arrived. */
export interface ArrivedUnits {
  itemId: string
  accepted: Quantity
  rejected: Quantity
  disposition: RejectDisposition
  /** By how much less is outstanding now; the rest is more than was sent. */
  counted: Quantity
  /** How many of those that leave the origin now are kept there for an order's shortfall. */
  held: Quantity
}

/** What a receipt does to both ends. */
export function receiptEntries(route: TransferRoute, units: ArrivedUnits): Entry[] {
  const { accepted, rejected, disposition, counted } = units
  const { origin, destination } = endsOf(route, units.itemId)
  const kept = keptAs(disposition)
  const returned = disposition === "return_to_origin" ? rejected : ZERO
  const arrived = accepted.plus(rejected)
  return [
    entry(destination, "incoming", counted.negated()),
    entry(destination, "available", accepted),
    ...(kept ? [entry(destination, kept, rejected)] : []),
    ...(route.deduction === "on_pending"
      ? [entry(origin, "available", returned.minus(arrived.minus(counted)))]
      : [
          entry(origin, "incoming", counted),
          ...leave(origin, { quantity: arrived.minus(returned), held: units.held }),
        ]),
  ].filter(({ quantity }) => !quantity.isZero())
}

/**
 * What it does that outstanding units will not arrive: they go back to the origin, those that were held
 * there to `reserved`, or are written off.
 */
export function endEntries(
  route: TransferRoute,
  units: TransferUnits,
  { writeOff }: { writeOff: boolean }
): Entry[] {
  const { origin, destination } = endsOf(route, units.itemId)
  const ended = [entry(destination, "incoming", units.quantity.negated())]
  if (route.deduction === "on_pending") {
    return writeOff ? ended : [...ended, ...leave(origin, negated(units))]
  }
  ended.push(entry(origin, "incoming", units.quantity))
  return writeOff ? [...ended, ...leave(origin, units)] : ended
}

/** Units leave the origin: the held ones from `reserved`, the others from `available`. */
function leave(origin: LevelKey, { quantity, held }: Omit<TransferUnits, "itemId">): Entry[] {
  return [
    entry(origin, "reserved", held.negated()),
    entry(origin, "available", held.minus(quantity)),
  ].filter((one) => !one.quantity.isZero())
}

function negated({ itemId, quantity, held }: TransferUnits): TransferUnits {
  return { itemId, quantity: quantity.negated(), held: held.negated() }
}

function endsOf({ originId, destinationId }: TransferRoute, itemId: string) {
  return {
    origin: { itemId, locationId: originId },
    destination: { itemId, locationId: destinationId },
  }
}

function entry(key: LevelKey, state: Entry["state"], quantity: Quantity): Entry {
  return { ...key, state, quantity }
}
