import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../../modules/inventory"
import { undoMovementWorkflow } from "../../../../../../workflows"
import { answering } from "../../../../../utils/answer"
import type { UndoBody } from "../../../validators"

/** What undoing would leave; changes nothing. */
export const GET = answering(async (req: MedusaRequest, res) => {
  res.json({ undo: await resolveStockroom(req.scope).previewUndo(req.params.id) })
})

/** Takes the movement back by a counter-movement. */
export const POST = answering(async (req: MedusaRequest<UndoBody>, res) => {
  const { result } = await undoMovementWorkflow(req.scope).run({
    input: { movement_id: req.params.id, ...req.validatedBody },
  })
  res.json({ movement: await resolveStockroom(req.scope).retrieveMovement(result.movementId) })
})
