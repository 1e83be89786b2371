import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../../modules/inventory"
import { disposeReturnWorkflow } from "../../../../../../workflows"
import { answering } from "../../../../../utils/answer"
import type { DispositionsBody } from "../../../validators"

/** Sorts returned units into other states, or discards them. */
export const POST = answering(async (req: MedusaRequest<DispositionsBody>, res) => {
  const { result } = await disposeReturnWorkflow(req.scope).run({
    input: { return_id: req.params.id, ...req.validatedBody },
  })
  const movement = result.movementId
    ? await resolveStockroom(req.scope).retrieveMovement(result.movementId)
    : null
  res.json({ movement })
})
