import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../../modules/inventory"
import { coverHoldWorkflow } from "../../../../../../workflows"
import { answering } from "../../../../../utils/answer"
import type { CoverHoldBody } from "../../../validators"

/** Brings what is held to where it is committed. */
export const POST = answering(async (req: MedusaRequest<CoverHoldBody>, res) => {
  const { result } = await coverHoldWorkflow(req.scope).run({
    input: { hold_id: req.params.id, ...req.validatedBody },
  })
  res.json({ movement: await resolveStockroom(req.scope).retrieveMovement(result.movementId) })
})
