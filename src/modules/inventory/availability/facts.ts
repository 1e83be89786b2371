import type { Run } from "../posting/connection"
import { FACTS } from "./facts-sql"
import type { AvailabilityEstimate, ProductAvailability, SellingPlace } from "./types"

/** What is asked for: items and products of a channel, each once. */
export interface FactsInput {
  channelId: string
  itemIds: string[]
  productIds: string[]
  /** Whether what each location has is asked for. */
  locations: boolean
}

/** An item in a channel, in base units. */
export interface ItemFacts {
  together: string
  /** What is available where, as `0 10,2 -4.5`: by the number of the place. Null where it is not asked for. */
  levels: string | null
  threshold: string | null
  owed: string
  arrivals: { expected: string; lead_time_days: number; quantity: string }[]
}

/** Everything that the availability of some variants depends on, besides the catalogue. */
export interface Facts {
  items: Record<string, ItemFacts>
  /** By priority. */
  places: SellingPlace[]
  products: Record<string, ProductAvailability>
  estimates: Record<string, Pick<AvailabilityEstimate, "title" | "translations" | "lead_time_days">>
  default_estimate_id: string | null
  /** As it is stored: null where the options decide. */
  settings: StoredSettings
}

export interface StoredSettings {
  display: ProductAvailability["display"]
  display_below: string | null
  locations: "none" | "pickup" | "all" | null
}

/** Reads it in one round trip, however many items there are. */
export async function readFacts(run: Run, input: FactsInput): Promise<Facts> {
  const [facts] = await run<Facts>(FACTS, [
    input.itemIds,
    input.channelId,
    input.productIds,
    input.locations,
  ])
  return facts
}
