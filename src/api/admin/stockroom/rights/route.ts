import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../modules/inventory"
import type { RightsResponse } from "../../../types/grants"
import { answering } from "../../../utils/answer"
import { allowedTo } from "../../../utils/rights"

/** What whoever asks may do. */
export const GET = answering(async (req: AuthenticatedMedusaRequest, res) => {
  const { grants, mayGrant } = await allowedTo(req.scope, req.auth_context)
  res.json({
    rights: {
      enforced: resolveStockroom(req.scope).options.permissions.enforce,
      may_grant: mayGrant,
      grants:
        grants &&
        grants.map(({ right, locationIds, maxQuantity }) => ({
          right,
          location_ids: locationIds && [...locationIds],
          max_quantity: maxQuantity && maxQuantity.toFixed(),
        })),
    },
  } satisfies RightsResponse)
})
