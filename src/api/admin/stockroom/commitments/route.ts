import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { resolveStockroom } from "../../../../modules/inventory"
import type { Commitment, CommitmentsResponse } from "../../../types/item-stock"
import { answering } from "../../../utils/answer"
import type { CommitmentsQuery } from "../validators"

type Order = NonNullable<Commitment["order"]>

/** What is committed of an item, and for which orders. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { limit, offset, ...filters } = req.validatedQuery as unknown as CommitmentsQuery
  const [rows, count] = await resolveStockroom(req.scope).listCommitments(filters, {
    limit,
    offset,
  })
  const ids = [...new Set(rows.flatMap(({ order_id }) => order_id ?? []))]
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = ids.length
    ? await query.graph({
        entity: "order",
        fields: ["id", "display_id", "email"],
        filters: { id: ids },
      })
    : { data: [] }
  const orders = new Map((data as Order[]).map((order) => [order.id, order]))
  res.json({
    commitments: rows.map(({ order_id, inventory_item_id: _, created_at, ...row }) => {
      const order = orders.get(order_id ?? "")
      return {
        ...row,
        created_at: created_at.toISOString(),
        order: order ? { id: order.id, display_id: order.display_id, email: order.email } : null,
      }
    }),
    count,
    limit,
    offset,
  } satisfies CommitmentsResponse)
})
