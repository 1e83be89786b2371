import type { Answer } from "../../shop"
import type { Line, Place, Store, Variant } from "./store"

/**
 * The desk at which orders are worked on, through Medusa's own routes. Where an order has several
 * lines of one variant, the first is meant.
 */
export function lineOf(store: Store, order: Answer, variant: Variant): Answer {
  return order.items.find((one: Answer) => one.variant_id === store.variants[variant])
}

function itemsOf(store: Store, order: Answer, lines: Line[]) {
  return lines.map(([variant, quantity]) => ({ id: lineOf(store, order, variant).id, quantity }))
}

/** Fulfils parts of an order's lines from a place; gives the fulfilment's id. */
export async function fulfil(
  store: Store,
  order: Answer,
  place: Place,
  ...lines: Line[]
): Promise<string> {
  const { order: after } = await store.admin.post(
    `/orders/${order.id}/fulfillments?fields=id,fulfillments.id,fulfillments.created_at`,
    {
      location_id: store.places[place],
      shipping_option_id: store.shop.shippingOption,
      items: itemsOf(store, order, lines),
    }
  )
  const newest = [...after.fulfillments].sort((a: Answer, b: Answer) =>
    a.created_at < b.created_at ? 1 : -1
  )
  return newest[0].id
}

export async function cancelFulfilment(store: Store, order: Answer, id: string): Promise<void> {
  await store.admin.post(`/orders/${order.id}/fulfillments/${id}/cancel`)
}

/** Changes a line of an order, from the beginning of the edit to its confirmation. */
export async function edit(
  store: Store,
  order: Answer,
  variant: Variant,
  change: { quantity: number; unit_price?: number }
): Promise<void> {
  const { admin } = store
  await admin.post("/order-edits", { order_id: order.id })
  await admin.post(
    `/order-edits/${order.id}/items/item/${lineOf(store, order, variant).id}`,
    change
  )
  await admin.post(`/order-edits/${order.id}/confirm`)
}

/** Announces a return to a place; gives its id. */
export async function requestReturn(
  store: Store,
  order: Answer,
  place: Place,
  ...lines: Line[]
): Promise<string> {
  const { admin } = store
  const { return: opened } = await admin.post("/returns", {
    order_id: order.id,
    location_id: store.places[place],
  })
  await admin.post(`/returns/${opened.id}/request-items`, { items: itemsOf(store, order, lines) })
  await admin.post(`/returns/${opened.id}/request`)
  return opened.id
}

/** Receives units of a return, to be sold again or damaged. */
export async function receive(
  store: Store,
  order: Answer,
  id: string,
  lines: Line[],
  { damaged = [] as Line[] } = {}
): Promise<void> {
  const { admin } = store
  await admin.post(`/returns/${id}/receive`)
  if (lines.length) {
    await admin.post(`/returns/${id}/receive-items`, { items: itemsOf(store, order, lines) })
  }
  if (damaged.length) {
    await admin.post(`/returns/${id}/dismiss-items`, { items: itemsOf(store, order, damaged) })
  }
  await admin.post(`/returns/${id}/receive/confirm`)
}

export type Replacement = "claim" | "exchange"

/** Replaces a unit of an order's line by others. */
export async function replace(
  store: Store,
  kind: Replacement,
  order: Answer,
  returned: Line,
  sent: Line[],
  { shipping }: { shipping: boolean }
): Promise<void> {
  const { admin } = store
  const path = kind === "claim" ? "/claims" : "/exchanges"
  const { [kind]: opened } = await admin.post(path, {
    order_id: order.id,
    ...(kind === "claim" && { type: "replace" }),
  })
  const here = `${path}/${opened.id}`
  await admin.post(`${here}/inbound/items`, { items: itemsOf(store, order, [returned]) })
  await admin.post(`${here}/outbound/items`, {
    items: sent.map(([variant, quantity]) => ({ variant_id: store.variants[variant], quantity })),
  })
  if (shipping) {
    await admin.post(`${here}/outbound/shipping-method`, {
      shipping_option_id: store.shop.shippingOption,
    })
  }
  await admin.post(`${here}/request`)
}
