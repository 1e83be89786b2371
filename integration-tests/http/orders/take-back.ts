import type { Answer, Shop } from "../shop"

interface TakeBack {
  /** An order of one line. */
  order: Answer
  /** Where it ships from, and where it comes back. */
  location: string
  received: number
  dismissed: number
  /** How the receipt is confirmed; default: on Medusa's route. */
  confirm?: (returnId: string) => Promise<unknown>
}

/** Ships an order and takes it back as a return, whose id it gives. */
export async function takeBack(
  admin: Shop["admin"],
  { order: { id, items }, location, received, dismissed, confirm }: TakeBack
): Promise<string> {
  const of = (quantity: number) => ({ items: [{ id: items[0].id, quantity }] })
  const all = of(received + dismissed)
  await admin.post(`/orders/${id}/fulfillments`, { location_id: location, ...all })
  const { return: begun } = await admin.post("/returns", { order_id: id, location_id: location })
  await admin.post(`/returns/${begun.id}/request-items`, all)
  await admin.post(`/returns/${begun.id}/request`)
  await admin.post(`/returns/${begun.id}/receive`)
  if (received) await admin.post(`/returns/${begun.id}/receive-items`, of(received))
  if (dismissed) await admin.post(`/returns/${begun.id}/dismiss-items`, of(dismissed))
  await (confirm?.(begun.id) ?? admin.post(`/returns/${begun.id}/receive/confirm`))
  // What was dismissed is settled by an event otherwise, a moment later.
  await admin.post(`/stockroom/orders/${id}/settle`)
  return begun.id
}
