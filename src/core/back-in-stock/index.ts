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

const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i
const IPV6 = /^[0-9a-f:]*:[0-9a-f:.]*$/i

/**
 * The network that an address is of, which one household or server has for itself: of IPv6 the first 64 bits, else
 * the address.
 */
export function networkOf(ip: string): string {
  const [address] = ip.split("%")
  const mapped = MAPPED_IPV4.exec(address)
  if (mapped) {
    return mapped[1]
  }
  if (!IPV6.test(address)) {
    return ip
  }
  const [before, after] = address.split("::")
  const groups = before.split(":").filter(Boolean)
  if (after !== undefined) {
    const rest = after.split(":").filter(Boolean)
    // An IPv4 address at the end takes two groups.
    const taken = groups.length + rest.length + (after.includes(".") ? 1 : 0)
    groups.push(...Array<string>(Math.max(8 - taken, 0)).fill("0"), ...rest)
  }
  const network = groups.slice(0, 4).map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""))
  return `${network.join(":")}::/64`
}
