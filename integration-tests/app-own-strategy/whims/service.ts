import type {
  AllocationRequest,
  AllocationStrategy,
  OrderToAllocate,
  Ranking,
} from "medusa-stockroom/modules/inventory"

/** What a shipping address may say in its metadata, as `whim`. */
export type Whim =
  | "fails in prepare"
  | "fails in rank"
  | "gives no list"
  | "waits"
  | "names a stranger"
  | "forgets them all"
  | "makes stock up"

/**
 * Takes the place of `priority` and does the contrary: the last location first. It makes whichever
 * mistake the order's address asks for.
 */
export class WhimsicalPriority implements AllocationStrategy {
  static identifier = "priority"
  readonly identifier = WhimsicalPriority.identifier

  async prepare({ shippingAddress }: OrderToAllocate): Promise<Whim | undefined> {
    const { whim } = (shippingAddress?.metadata ?? {}) as { whim?: Whim }
    if (whim === "fails in prepare") {
      throw new Error(SECRET)
    }
    return whim
  }

  rank({ items }: AllocationRequest, whim?: unknown): Ranking[] {
    const reversed = items.map(({ itemId, candidates }) => ({
      itemId,
      locationIds: candidates.map(({ locationId }) => locationId).reverse(),
    }))
    switch (whim) {
      case "fails in rank":
        throw new Error(SECRET)
      case "gives no list":
        return undefined as never
      case "waits":
        return Promise.resolve(reversed) as never
      case "names a stranger":
        return items.map(({ itemId }) => ({ itemId, locationIds: ["sloc_none", DETACHED] }))
      case "forgets them all":
        return []
      case "makes stock up":
        items.forEach((item) => {
          item.candidates.forEach((candidate) => (candidate.available = item.firm.plus(1)))
          item.candidates.reverse()
        })
        return []
      default:
        return reversed
    }
  }
}

/** A location that has plenty, and serves no sales channel. */
export const DETACHED = "sloc_detached"

/** What is for the log of the server, and not for a shopper. */
const SECRET = "no answer from http://tariffs.internal?key=s3cr3t"
