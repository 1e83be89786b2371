import type { BackInStockStatus } from "../../../core/back-in-stock"

/** Somebody's wish to be told when a variant is in stock again. */
export interface BackInStock {
  id: string
  variant_id: string
  sales_channel_id: string
  email: string
  /** In which its messages are. */
  locale: string | null
  status: BackInStockStatus
  /** Why the last attempt to send a message failed. */
  last_error: string | null
  confirmed_at: Date | null
  told_at: Date | null
  created_at: Date
}

export interface BackInStockInput {
  variant_id: string
  sales_channel_id: string
  email: string
  locale?: string | null
  /** The network address of who asks, which limits how often; null where it is not known. */
  ip?: string | null
}

/**
 * What became of a request: `too_many` came from the same network. Whether an address is known, or has asked too
 * often, is never told.
 */
export type BackInStockOutcome = "accepted" | "too_many"

/** What is asked for of the list of who waits. */
export interface BackInStockFilters {
  variant_id?: string | string[]
  status?: BackInStockStatus | BackInStockStatus[]
  /** A part of the address. */
  q?: string
}

/** How many wait for a variant. */
export interface BackInStockDemand {
  variant_id: string
  waiting: number
  unconfirmed: number
  told: number
  /** Since when the first of those waits that still do. */
  waiting_since: Date | null
}

/** A message that is due, in the hands of whoever has claimed it. */
export interface BackInStockMessage {
  id: string
  variant_id: string
  sales_channel_id: string
  email: string
  locale: string | null
  token: string
  message: "confirm" | "back"
  round: number
  /** How often it may have been sent: with this attempt, once it has begun. */
  attempts: number
}

/** A variant that is waited for in a channel. */
export interface AwaitedVariant {
  variant_id: string
  sales_channel_id: string
}

/** How the token of a message's link is answered. */
export type BackInStockAnswer = "confirm" | "unsubscribe"
