import { readSellingStock } from "../low-stock/selling"
import type { Run } from "../posting/connection"
import { exact } from "../../../core/quantity"
import { FACTS, FACTS_OF_VARIANTS } from "./facts-sql"
import type { AvailabilityEstimate, ProductAvailability, SellingPlace } from "./types"

/** The items and products of variants, each once. */
export interface Parts {
  itemIds: string[]
  productIds: string[]
}

/** What is asked for in a channel. */
export interface FactsInput extends Parts {
  channelId: string
  /** Whether what each location has is asked for. */
  locations: boolean
}

/** An item in a channel, in base units. */
export interface ItemFacts {
  together: string
  /** What may be sold of it, where a rule stops selling. */
  sellable?: string
  /** What is available by location. Null where it is not asked for, or nowhere. */
  levels: Record<string, string> | null
  threshold: string | null
  owed: string
  arrivals: { expected: string; lead_time_days: number; quantity: string }[]
}

/** Everything that the availability of some variants depends on, besides the catalogue. */
export interface Facts {
  /** Whether a rule may stop selling one of the items. */
  stops: boolean
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

/** As the database gives it: by item, each figure only of the items that have it; null where none has. */
interface Figures extends Omit<Facts, "items"> {
  together: Record<string, string> | null
  levels: Record<string, Record<string, string>> | null
  owed: Record<string, string> | null
  arrivals: Record<string, ItemFacts["arrivals"]> | null
  /** The store's default is that of no item. Null where the rule is switched off. */
  thresholds: Record<string, string | null> | null
}

const STORE_DEFAULT = ""

/** Reads it in one round trip, however many items there are. */
export async function readFacts(run: Run, input: FactsInput): Promise<Facts> {
  const { itemIds, channelId, locations, productIds } = input
  const [figures] = await run<Figures>(FACTS, [itemIds, channelId, locations, productIds])
  return await factsOf(run, figures, input)
}

/** Reads it for variants while others still read what they are made of. */
export async function readFactsOfVariants(
  run: Run,
  { variantIds, channelId, locations }: Omit<FactsInput, keyof Parts> & { variantIds: string[] },
  reading: Promise<Parts>
): Promise<Facts> {
  const [[figures], parts] = await Promise.all([
    run<Figures>(FACTS_OF_VARIANTS, [variantIds, channelId, locations]),
    reading,
  ])
  return await factsOf(run, figures, { ...parts, channelId, locations })
}

async function factsOf(
  run: Run,
  { together, levels, owed, arrivals, thresholds, ...rest }: Figures,
  input: FactsInput
): Promise<Facts> {
  const items = input.itemIds.map((id): [string, ItemFacts] => [
    id,
    {
      together: together?.[id] ?? "0",
      levels: levels?.[id] ?? null,
      threshold: thresholds?.[id in thresholds ? id : STORE_DEFAULT] ?? null,
      owed: owed?.[id] ?? "0",
      arrivals: arrivals?.[id] ?? [],
    },
  ])
  const facts = { ...rest, items: Object.fromEntries(items) }
  return facts.stops ? await withinRules(run, facts, input) : facts
}

/** The same facts, with what is kept from shoppers by rules that stop selling at their threshold. */
async function withinRules(run: Run, facts: Facts, input: FactsInput): Promise<Facts> {
  const stock = await readSellingStock(run, input.itemIds)
  const places = facts.places.map(({ id }) => id)
  const items = input.itemIds.map((id): [string, ItemFacts] => {
    const item = facts.items[id]
    const sellable = stock.inChannel(id, places, input.channelId)
    if (!sellable) {
      return [id, item]
    }
    const levels = [...sellable.byLocation].map(([place, quantity]) => [place, quantity.toFixed()])
    return [
      id,
      {
        ...item,
        sellable: sellable.together.toFixed(),
        levels: input.locations && levels.length ? Object.fromEntries(levels) : null,
        owed: exact(item.owed).plus(sellable.missing).toFixed(),
      },
    ]
  })
  return { ...facts, items: Object.fromEntries(items) }
}
