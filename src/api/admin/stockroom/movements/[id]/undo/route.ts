import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../../modules/inventory"
import { undoMovementWorkflow } from "../../../../../../workflows"
import type { UndoPreviewResponse } from "../../../../../types/undo"
import { answering } from "../../../../../utils/answer"
import { readNamesAndUnits } from "../../../../../utils/units"
import type { UndoBody } from "../../../validators"

/** What undoing would leave; changes nothing. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const undo = await resolveStockroom(req.scope).previewUndo(req.params.id)
  const about = await readNamesAndUnits(req.scope, {
    items: undo.rows.map((row) => row.inventory_item_id),
    locations: undo.rows.map((row) => row.location_id),
  })
  res.json({ undo, ...about } satisfies UndoPreviewResponse)
})

/** Takes the movement back by a counter-movement. */
export const POST = answering(async (req: MedusaRequest<UndoBody>, res) => {
  const { result } = await undoMovementWorkflow(req.scope).run({
    input: { movement_id: req.params.id, ...req.validatedBody },
  })
  res.json({ movement: await resolveStockroom(req.scope).retrieveMovement(result.movementId) })
})
