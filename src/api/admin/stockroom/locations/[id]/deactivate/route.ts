import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../../modules/inventory"
import { deactivateLocationWorkflow } from "../../../../../../workflows"
import type { DeactivationResponse } from "../../../../../types/location"
import { answering } from "../../../../../utils/answer"
import { readNames } from "../../../../../utils/names"
import type { DeactivateBody } from "../../../validators"

/** What stands against taking the location out of use, and what would be moved; changes nothing. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const deactivation = await resolveStockroom(req.scope).previewDeactivation(req.params.id)
  const names = await readNames(req.scope, {
    items: deactivation.obstacles.map(({ inventory_item_id }) => inventory_item_id),
    locations: [req.params.id],
  })
  res.json({ deactivation, names } satisfies DeactivationResponse)
})

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
