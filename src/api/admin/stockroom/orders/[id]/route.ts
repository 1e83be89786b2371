import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../modules/inventory"
import type { OrderStockResponse } from "../../../../types/order-stock"
import { answering } from "../../../../utils/answer"
import { namedInOrderStock } from "./helpers"
import { readNamesAndUnits } from "../../../../utils/units"

/** An order's stock: where it is committed and why, what is held, and its story, with names. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const order_stock = await resolveStockroom(req.scope).retrieveOrderStock(req.params.id)
  const about = await readNamesAndUnits(req.scope, namedInOrderStock(order_stock))
  res.json({ order_stock, ...about } satisfies OrderStockResponse)
})
