import type {
  AvailabilityEstimate,
  LocationAvailability,
  ProductAvailability,
  StoreAvailability,
  VariantAvailability,
} from "../../modules/inventory/types"

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
