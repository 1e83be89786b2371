import type { Quantity } from "../quantity"

/** A place on the map, in degrees. */
export interface Coordinates {
  latitude: number
  longitude: number
}

/** An eligible location and what it has of one item. */
export interface Candidate {
  locationId: string
  /** What may be sold of it; may be below zero. */
  available: Quantity
  /** Lower is earlier. */
  priority: number
  coordinates: Coordinates | null
}

/** What an order wants of one item, over all of its lines, and who could give it. */
export interface ItemDemand {
  itemId: string
  /** What lines want that may not be backordered. */
  firm: Quantity
  /** What lines want that may be backordered. */
  backorder: Quantity
  /** The most that may be sold of it, whatever its locations have; null or left out where no rule says. */
  most?: Quantity | null
  /** Locations that may be sold from, by priority and then by id. */
  candidates: Candidate[]
  /** Where the order's other lines of this item are committed: an item of an order stays together. */
  committedAt: string | null
  /** Where the line was committed before it was changed, and how much. */
  before: { locationId: string; quantity: Quantity } | null
}

/**
 * What a strategy is asked: every item of one order, and where the order goes.
 *
 * @since 0.1.0
 */
export interface AllocationRequest {
  items: ItemDemand[]
  /** Null where the shipping address has no coordinates. */
  destination: Coordinates | null
}

/**
 * A strategy's answer for one item: the order in which its locations are to be tried. The first that
 * covers the item is taken, else the first, and the others cover the rest in this order.
 *
 * @since 0.1.0
 */
export interface Ranking {
  itemId: string
  locationIds: string[]
}

/**
 * Decides where orders are shipped from. It ranks locations; it does not count stock: what is
 * committed and held where follows from the ranking by the same rules for every strategy.
 *
 * `prepare` is called before anything is locked, and may wait for other systems. `rank` is called
 * while the stock is locked: it must be quick, must not wait, and must give the same answer for the
 * same request.
 *
 * @since 0.1.0
 *
 * @example
 * class CheapestFirst implements AllocationStrategy {
 *   static identifier = "cheapest"
 *   readonly identifier = "cheapest"
 *   rank({ items }) {
 *     return items.map(({ itemId, candidates }) => ({
 *       itemId,
 *       locationIds: candidates.map(({ locationId }) => locationId).sort(byCost),
 *     }))
 *   }
 * }
 */
export interface AllocationStrategy {
  readonly identifier: string
  /** Before the order's stock is locked. What it gives is handed to `rank`. */
  prepare?(order: OrderToAllocate): Promise<unknown>
  /** While the order's stock is locked. */
  rank(request: AllocationRequest, prepared?: unknown): Ranking[]
}

/** The order, or the cart of a dry run, as a strategy's `prepare` sees it. */
export interface OrderToAllocate {
  orderId: string | null
  salesChannelId: string | null
  shippingAddress: Record<string, unknown> | null
  itemIds: string[]
}
