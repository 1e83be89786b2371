import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../modules/inventory"
import type { GrantChangesResponse } from "../../../../types/grants"
import { answering } from "../../../../utils/answer"
import { readNames } from "../../../../utils/names"
import type { GrantChangesQuery } from "../../validators"

/** Who was granted what, and by whom. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { limit, offset, ...filters } = req.validatedQuery as unknown as GrantChangesQuery
  const [changes, count] = await resolveStockroom(req.scope).listGrantChanges(filters, {
    limit,
    offset,
  })
  const names = await readNames(req.scope, {
    items: [],
    locations: changes.flatMap(({ before, after }) =>
      [...before, ...after].flatMap(({ location_ids }) => location_ids ?? [])
    ),
    users: changes.flatMap(({ user_id, actor_type, actor_id }) =>
      actor_type === "user" ? [user_id, actor_id] : [user_id]
    ),
  })
  res.json({ changes, names, count, limit, offset } satisfies GrantChangesResponse)
})
