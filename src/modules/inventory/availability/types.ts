import type {
  AvailabilityStatus,
  Display,
  OrderQuantitiesInput,
  ShownLocations,
} from "../../../core/availability"
import type { QuantityInput } from "../../../core/quantity"

export type { ShownLocations } from "../../../core/availability"

/** How a quantity is told to shoppers: always, never, or while it is below a number. */
interface DisplayFields {
  display: Display
  /** For `below`; null otherwise. */
  display_below: string | null
}

/**
 * An estimate that shoppers are told where something is out of stock.
 *
 * @since 0.1.0
 */
export interface AvailabilityEstimate {
  id: string
  title: string
  /** Titles in other languages, by locale. */
  translations: Record<string, string>
  /** In lists, the lower the earlier. */
  priority: number
  /** Added to a date that is computed for a product of this estimate. */
  lead_time_days: number | null
  /** Told of every product that has none of its own. */
  is_default: boolean
  created_at: Date
  updated_at: Date
}

/**
 * What an estimate says; left out: as it is, or as a new one has it.
 *
 * @since 0.1.0
 */
export interface AvailabilityEstimateInput {
  title?: string
  translations?: Record<string, string> | null
  priority?: number
  lead_time_days?: number | null
  /** Takes the place of the one that was the default. */
  is_default?: boolean
}

/** The rules of order quantities of a product, in units of its variants; null where there is none. */
export interface OrderQuantityRules {
  minimum: string | null
  maximum: string | null
  multiple: string | null
  allowed: string[] | null
}

/**
 * What a product's shoppers are told, and how much of a variant they may order.
 *
 * @since 0.1.0
 */
export interface ProductAvailability {
  product_id: string
  /** Null: the store's default. */
  estimate_id: string | null
  /** Null: as the store has it. */
  display: Display | null
  display_below: string | null
  order_quantities: OrderQuantityRules
}

/**
 * A change of what is kept of a product; left out: as it is.
 *
 * @since 0.1.0
 */
export interface ProductAvailabilityInput {
  estimate_id?: string | null
  display?: Display | null
  display_below?: QuantityInput | null
  /** All of the rules; those that are left out go. */
  order_quantities?: OrderQuantitiesInput | null
}

/**
 * What every product's shoppers are told that has no settings of its own.
 *
 * @since 0.1.0
 */
export interface StoreAvailability extends DisplayFields {
  locations: ShownLocations
}

/** A change of it; left out: as it is, null: as the options in medusa-config.ts have it. */
export interface StoreAvailabilityInput {
  display?: Display | null
  display_below?: QuantityInput | null
  locations?: ShownLocations | null
}

/** A variant as the catalogue has it. */
export interface CatalogueVariant {
  id: string
  product_id: string
  manage_inventory: boolean
  allow_backorder: boolean
  items: { inventory_item_id: string; required_quantity: QuantityInput }[]
}

/**
 * Why shoppers are told that something will be there again.
 *
 * - `transfer` a date that dated transfers allow, after what earlier orders wait for
 * - `title` the merchant's words
 */
export type EstimateSource = "transfer" | "title"

/** What a shopper is told of a variant that is out of stock. */
export interface ToldEstimate {
  source: EstimateSource
  /** Of the source `title`. */
  estimate_id: string | null
  title: string | null
  /** Of the source `transfer`: the first day on which it can be sent, as 2026-12-01. */
  date: string | null
  /** How many can be had then; null where quantities are hidden. */
  quantity: string | null
}

/** What a location can send, or keep for picking up, by itself. */
export interface LocationAvailability {
  location_id: string
  status: AvailabilityStatus
  /** Null where it is hidden. */
  quantity: string | null
}

/**
 * What a shopper is told of a variant.
 *
 * @since 0.1.0
 */
export interface VariantAvailability {
  variant_id: string
  status: AvailabilityStatus
  /** What an order could have; null where it is hidden, or nobody counts it. */
  quantity: string | null
  estimate: ToldEstimate | null
  /** Null where every quantity may be ordered. */
  order_quantities: OrderQuantityRules | null
  /** At every location that is sold from, by priority; null where it was not asked for. */
  locations: LocationAvailability[] | null
}

/** What is asked about the availability of variants whose items are known. */
export interface AvailabilityInput extends AvailabilityQuestion {
  variants: CatalogueVariant[]
}

/** What is asked about the availability of variants. */
export interface VariantAvailabilityInput extends AvailabilityQuestion {
  variant_ids: string[]
}

interface AvailabilityQuestion {
  sales_channel_id: string
  /** In which the titles of estimates are told. */
  locale?: string | null
  /** Whether to tell what each location has; whom to tell is up to the merchant's settings. */
  locations?: boolean
}

/** A location that is sold from in a channel. */
export interface SellingPlace {
  id: string
  latitude: number | null
  longitude: number | null
}

/** What shoppers are told of some variants, and what decides who is told. */
export interface ChannelAvailability {
  variants: VariantAvailability[]
  /** Those that are sold from, by priority. */
  places: SellingPlace[]
  settings: StoreAvailability
}

/** Units of an item in a transfer, as far as they make a date. */
export interface PromisedArrival {
  transfer_id: string
  /** As people call the transfer: T-12. */
  number: string
  inventory_item_id: string
  /** Where it arrives. */
  location_id: string
  /** When it is expected, as 2026-12-01. */
  expected: string
  /** Days from there until it can be sent on: the location's, and those of the product's estimate. */
  lead_time_days: number
  /** What is still to come of it, in base units. */
  brings: string
  /** What of that no order waits for by a hold. */
  free: string
}

/** Why shoppers are told a date. */
export interface PromiseReasons {
  /** How many of the variant can be had then, whether or not they are told. */
  quantity: string
  /** How many the arrivals make by themselves; null where more than they decide: several items, or what is there. */
  of: string | null
  /** What has arrived and can be sent on by then, the earliest first. */
  arrivals: PromisedArrival[]
}

/**
 * What a shopper is told of a variant, and what is behind it.
 *
 * @since 0.1.0
 */
export interface ExplainedAvailability extends VariantAvailability {
  /** What an order could have, whether or not it is told; null where nobody counts it. */
  actual_quantity: string | null
  /** Null where no date is told. */
  promise: PromiseReasons | null
}

/** A cart's line, as far as order quantities go. */
export interface OrderedQuantity {
  variant_id: string
  product_id: string
  quantity: QuantityInput
}
