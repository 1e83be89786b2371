import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../../modules/inventory"
import { deactivateLocationWorkflow } from "../../../../../../workflows"
import { answering } from "../../../../../utils/answer"
import type { DeactivateBody } from "../../../validators"

/** Takes the location out of use, moving its free stock to the destination. */
export const POST = answering(async (req: MedusaRequest<DeactivateBody>, res) => {
  const { id } = req.params
  const { result } = await deactivateLocationWorkflow(req.scope).run({
    input: { id, ...req.validatedBody },
  })
  res.json({
    // A location that was deleted with stock in it is emptied in this way, too.
    location: await resolveStockroom(req.scope).retrieveInventoryLocation(id, {
      withDeleted: true,
    }),
    moved: result.moved,
    movement_id: result.movement_id,
  })
})
