import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../modules/inventory"
import { deleteEstimateWorkflow, saveEstimateWorkflow } from "../../../../../workflows"
import type { EstimateResponse } from "../../../../types/availability"
import { answering } from "../../../../utils/answer"
import type { EstimateUpdateBody } from "../../availability/validators"

/** An estimate. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { id } = req.params
  const estimate = await resolveStockroom(req.scope).retrieveAvailabilityEstimate(id)
  res.json({ estimate } satisfies EstimateResponse)
})

/** Changes an estimate. */
export const POST = answering(async (req: MedusaRequest<EstimateUpdateBody>, res) => {
  const { result: estimate } = await saveEstimateWorkflow(req.scope).run({
    input: { ...req.validatedBody, id: req.params.id },
  })
  res.json({ estimate } satisfies EstimateResponse)
})

/** Deletes an estimate. */
export const DELETE = answering(async (req: MedusaRequest, res) => {
  const { id } = req.params
  await deleteEstimateWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "availability_estimate", deleted: true })
})
