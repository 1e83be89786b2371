import { exact, least, type Quantity, ZERO } from "../../core/quantity"
import { receiptEntries, sendEntries, type OriginDeduction } from "../../core/transfer"
import type { StockLevel } from "./stock-level"

/** What one end has of an item that a transfer touches: exact decimals. */
export interface EndFigures {
  available: string
  incoming: string
}

/** What one end has now, once the transfer is sent, and once it is received. */
export interface EndEffect {
  /** False where the item is not stocked there yet. */
  stocked: boolean
  now: EndFigures
  sent: EndFigures
  received: EndFigures
}

/** What a line does to both ends. */
export interface LineEffect {
  origin: EndEffect
  destination: EndEffect
  /** How many the origin would be short of; null where it has enough. */
  short: string | null
}

interface MovedLine {
  itemId: string
  quantity: Quantity
  /** How many are held at the origin for an order's shortfall. */
  held: Quantity
}

/**
 * Works out what a line would do, by the same rules as the store.
 *
 * @param levels - at both ends; undefined where the item is not stocked
 */
export function lineEffect(
  { itemId, quantity, held: hold }: MovedLine,
  deduction: OriginDeduction,
  levels: { origin: StockLevel | undefined; destination: StockLevel | undefined }
): LineEffect {
  const route = { originId: ORIGIN, destinationId: DESTINATION, deduction }
  const held = least(hold, quantity)
  const sending = sendEntries(route, { itemId, quantity, held })
  const receiving = receiptEntries(route, {
    ...{ itemId, accepted: quantity, rejected: ZERO, disposition: "discard", counted: quantity },
    held: deduction === "on_receipt" ? held : ZERO,
  })
  const end = (id: string, level: StockLevel | undefined): EndEffect => {
    const now = { available: exact(level?.available ?? 0), incoming: exact(level?.incoming ?? 0) }
    const sent = after(now, sending, id)
    return {
      stocked: level !== undefined,
      now: texts(now),
      sent: texts(sent),
      received: texts(after(sent, receiving, id)),
    }
  }
  const origin = end(ORIGIN, levels.origin)
  const left = exact(origin.received.available)
  const takes = quantity.isGreaterThan(held)
  return {
    origin,
    destination: end(DESTINATION, levels.destination),
    short:
      takes && left.isLessThan(0) ? least(left.negated(), quantity.minus(held)).toFixed() : null,
  }
}

const ORIGIN = "origin"
const DESTINATION = "destination"

type Figures = Record<keyof EndFigures, Quantity>

function after(figures: Figures, entries: ReturnType<typeof sendEntries>, id: string): Figures {
  const change = (state: keyof EndFigures) =>
    entries
      .filter((entry) => entry.locationId === id && entry.state === state)
      .reduce((sum, { quantity }) => sum.plus(quantity), figures[state])
  return { available: change("available"), incoming: change("incoming") }
}

function texts({ available, incoming }: Figures): EndFigures {
  return { available: available.toFixed(), incoming: incoming.toFixed() }
}
