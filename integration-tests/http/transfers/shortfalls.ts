import { type Glassworks, openGlassworks } from "../orders/glassworks"
import type { Answer, Http } from "../shop"
import type { MedusaContainer } from "@medusajs/framework/types"

/**
 * The glassworks (../orders/glassworks.ts) with an order for 50 ALEMBIC: A commits them and is 31 short,
 * which B holds.
 */
export interface Shortfall {
  glass: Glassworks
  order: Answer
  hold: string
  draft(body?: object): Promise<Answer>
  draftAll(holds: string[], body?: object): Promise<Answer>
  step(id: string, verb: string, body?: object): Promise<Answer>
  alembics(): Promise<{ A: Record<string, string>; B: Record<string, string> }>
  holds(): Promise<{ id: string; quantity: string }[]>
}

export async function openShortfall(api: Http, container: MedusaContainer): Promise<Shortfall> {
  const glass = await openGlassworks(api, container)
  const order = await glass.order([{ sku: "ALEMBIC", quantity: 50 }])
  const { admin } = glass.shop
  const holds = async () => (await glass.orderStock(order.id)).holds
  const [{ id: hold }] = await holds()
  return {
    ...{ glass, order, hold, holds },
    draft: async (body = {}) => await admin.post(`/stockroom/holds/${hold}/draft-transfer`, body),
    draftAll: async (hold_ids, body = {}) =>
      await admin.post("/stockroom/holds/draft-transfer", { hold_ids, ...body }),
    step: async (id, verb, body = {}) =>
      await admin.post(`/stockroom/transfers/${id}/${verb}`, body),
    alembics: async () => ({
      A: await glass.stock("ALEMBIC", "A"),
      B: await glass.stock("ALEMBIC", "B"),
    }),
  }
}

/** As the order has left it. */
export const SHORT = {
  A: { available: "-31", committed: "50" },
  B: { available: "10", reserved: "37" },
}
