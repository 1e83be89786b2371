import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../modules/inventory"
import type { GrantsResponse } from "../../../types/grants"
import { answering } from "../../../utils/answer"
import { readNames } from "../../../utils/names"

/** Who has been granted what. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const stockroom = resolveStockroom(req.scope)
  const { enforce, owners } = stockroom.options.permissions
  const grants = await stockroom.listGrants()
  const names = await readNames(req.scope, {
    items: [],
    locations: grants.flatMap((one) =>
      one.grants.flatMap(({ location_ids }) => location_ids ?? [])
    ),
    users: grants.map(({ user_id }) => user_id),
  })
  res.json({
    grants,
    enforced: enforce,
    owners,
    names,
  } satisfies GrantsResponse)
})
