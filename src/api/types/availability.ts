import type {
  AvailabilityEstimate,
  ExplainedAvailability,
  LocationAvailability,
  ProductAvailability,
  StoreAvailability,
  VariantAvailability,
} from "../../modules/inventory/types"
import type { Names } from "./names"

/** A location that shoppers are told of, with what it has of a variant. */
export interface ToldLocation extends LocationAvailability {
  name: string
  /** Whether orders can be picked up there. */
  pickup: boolean
  /** From the coordinates that were given; null without them, or where nobody knows its own. */
  distance_km: number | null
}

export interface ToldVariant extends Omit<VariantAvailability, "locations"> {
  /** Null where they were not asked for, or the merchant does not show them. */
  locations: ToldLocation[] | null
}

/** `GET /store/stockroom/availability` */
export interface AvailabilityResponse {
  sales_channel_id: string
  /** In the order in which they were asked for. */
  availability: ToldVariant[]
  /** Variants that are not there, or not for sale in the channel. */
  not_found: string[]
}

/** `GET /admin/stockroom/estimates` */
export interface EstimatesResponse {
  estimates: AvailabilityEstimate[]
  count: number
  limit: number
  offset: number
}

/** `GET` and `POST /admin/stockroom/estimates/:id` */
export interface EstimateResponse {
  estimate: AvailabilityEstimate
}

/** `GET` and `POST /admin/stockroom/products/:id/availability` */
export interface ProductAvailabilityResponse {
  product_availability: ProductAvailability
}

/** `GET` and `POST /admin/stockroom/availability` */
export interface StoreAvailabilityResponse {
  store_availability: StoreAvailability
}

/** Why no shopper of a sales channel sees a product: it is not published, or only in other channels. */
export type NotForSale = "unpublished" | "other_channels"

/** What shoppers are told of a variant, with its name and what is behind it. */
export interface ToldOfVariant extends Omit<ExplainedAvailability, "locations"> {
  title: string | null
  sku: string | null
}

/** `GET /admin/stockroom/products/:id/availability/told` */
export interface ToldOfProductResponse {
  told: {
    product_id: string
    /** Null for a product without one. */
    sales_channel_id: string | null
    /** Null where shoppers see it. */
    not_for_sale: NotForSale | null
    /** In the catalogue's order; none without a channel. */
    variants: ToldOfVariant[]
  }
  count: number
  limit: number
  offset: number
  names: Names
}
