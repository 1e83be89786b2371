import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../modules/inventory"
import { setLocationWorkflow, syncLocationsWorkflow } from "../../../../../workflows"
import { answering } from "../../../../utils/answer"
import type { LocationBody } from "../../validators"

export const GET = answering(async (req: MedusaRequest, res) => {
  await syncLocationsWorkflow(req.scope).run()
  res.json({ location: await resolveStockroom(req.scope).retrieveInventoryLocation(req.params.id) })
})

export const POST = answering(async (req: MedusaRequest<LocationBody>, res) => {
  const { result } = await setLocationWorkflow(req.scope).run({
    input: { id: req.params.id, ...req.validatedBody },
  })
  res.json({ location: result })
})
