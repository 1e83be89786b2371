import type { Flow } from "../../modules/inventory"

interface Asked {
  method: string
  /** Without the query. */
  path: string
  /** As parsed; read when stock changes. */
  body: unknown
}

/** The requests in which an order takes stock. */
const SALES = [
  /^\/store\/carts\/[^/]+\/complete\/?$/,
  /^\/admin\/draft-orders\/[^/]+\/convert-to-order\/?$/,
  /^\/admin\/order-edits\/[^/]+\/confirm\/?$/,
  /^\/admin\/(claims|exchanges)\/[^/]+\/request\/?$/,
]
const BY_HAND = /^\/admin\/(reservations|inventory-items|stockroom)(\/|$)/
const FULFIL = /^\/admin\/orders\/([^/]+)\/fulfillments\/?$/
const CANCEL_FULFILMENT = /^\/admin\/orders\/([^/]+)\/fulfillments\/([^/]+)\/cancel\/?$/
const RECEIVE_RETURN = /^\/admin\/returns\/([^/]+)\/receive\/confirm\/?$/

/** What a request to Medusa's own routes is doing to stock; null where its path does not say. */
export function flowOf({ method, path, body }: Asked): Flow | null {
  if (BY_HAND.test(path)) {
    return { kind: "by_hand" }
  }
  if (method !== "POST") {
    return null
  }
  if (SALES.some((sale) => sale.test(path))) {
    return { kind: "sale" }
  }
  const [, cancelledOrder, fulfillmentId] = path.match(CANCEL_FULFILMENT) ?? []
  if (fulfillmentId) {
    return { kind: "cancel_fulfilment", orderId: cancelledOrder, fulfillmentId }
  }
  const [, orderId] = path.match(FULFIL) ?? []
  if (orderId) {
    return { kind: "fulfil", orderId, lines: linesIn(body) }
  }
  const [, returnId] = path.match(RECEIVE_RETURN) ?? []
  return returnId ? { kind: "receive_return", returnId } : null
}

function linesIn(body: unknown): { id: string; quantity: unknown }[] {
  const { items } = (body ?? {}) as { items?: { id?: unknown; quantity?: unknown }[] }
  return (Array.isArray(items) ? items : []).flatMap(({ id, quantity }) =>
    typeof id === "string" ? [{ id, quantity }] : []
  )
}
