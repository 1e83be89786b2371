import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../modules/inventory"
import type { OrderStockResponse } from "../../../../types/order-stock"
import { answering } from "../../../../utils/answer"
import { namedInOrderStock } from "./helpers"
import { readNames } from "../../../../utils/names"

/** An order's stock: where it is committed and why, what is held, and its story, with names. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const order_stock = await resolveStockroom(req.scope).retrieveOrderStock(req.params.id)
  const names = await readNames(req.scope, namedInOrderStock(order_stock))
  res.json({ order_stock, names } satisfies OrderStockResponse)
})
