import type { MedusaRequest } from "@medusajs/framework/http"

import { setGrantsWorkflow } from "../../../../../workflows"
import { answering } from "../../../../utils/answer"
import type { GrantsBody } from "../../validators"

/** Gives a user just these rights. */
export const POST = answering(async (req: MedusaRequest<GrantsBody>, res) => {
  const { result } = await setGrantsWorkflow(req.scope).run({
    input: { user_id: req.params.user_id, grants: req.validatedBody.grants },
  })
  res.json({ grants: result })
})
