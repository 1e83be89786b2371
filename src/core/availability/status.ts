import type { Quantity } from "../quantity"

/**
 * What a shopper is told of a variant.
 *
 * - `in_stock` can be had
 * - `low_stock` can be had, and has run low by the store's rule
 * - `backorder` can be ordered, and is not there
 * - `out_of_stock` cannot be ordered
 *
 * @since 0.1.0
 */
export const AVAILABILITY_STATUSES = ["in_stock", "low_stock", "backorder", "out_of_stock"] as const

export type AvailabilityStatus = (typeof AVAILABILITY_STATUSES)[number]

interface Sold {
  /** Whether stock is counted at all. */
  managed: boolean
  backorder: boolean
  /** How many of the variant can be had. */
  quantity: Quantity
  /** Whether one of its items has run low. */
  low: boolean
}

export function statusOf({ managed, backorder, quantity, low }: Sold): AvailabilityStatus {
  if (!managed) {
    return "in_stock"
  }
  if (quantity.isGreaterThan(0)) {
    return low ? "low_stock" : "in_stock"
  }
  return backorder ? "backorder" : "out_of_stock"
}
