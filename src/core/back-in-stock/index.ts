/**
 * Where somebody's wish to hear of a variant stands.
 *
 * - `unconfirmed` the address has not said yet that it is meant
 * - `waiting` for the variant to be in stock
 * - `told` by one message, and never again
 * - `unsubscribed` by the link in a message
 * - `failed` the message could not be sent, however often it was tried
 */
export const BACK_IN_STOCK_STATUSES = [
  "unconfirmed",
  "waiting",
  "told",
  "unsubscribed",
  "failed",
] as const
export type BackInStockStatus = (typeof BACK_IN_STOCK_STATUSES)[number]

/** One address for all ways to write it. What is before the @ may tell mailboxes apart, but no real one does so by case. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase()
}
