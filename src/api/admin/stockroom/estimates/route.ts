import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../modules/inventory"
import { saveEstimateWorkflow } from "../../../../workflows"
import type { EstimateResponse, EstimatesResponse } from "../../../types/availability"
import { answering } from "../../../utils/answer"
import type { EstimateBody, EstimatesQuery } from "../availability/validators"

/** The estimates that shoppers can be told: by priority, then by title. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const page = req.validatedQuery as unknown as EstimatesQuery
  const [estimates, count] = await resolveStockroom(req.scope).listAvailabilityEstimates(page)
  res.json({ estimates, count, ...page } satisfies EstimatesResponse)
})

/** Makes an estimate. */
export const POST = answering(async (req: MedusaRequest<EstimateBody>, res) => {
  const { result: estimate } = await saveEstimateWorkflow(req.scope).run({
    input: { ...req.validatedBody, id: null },
  })
  res.json({ estimate } satisfies EstimateResponse)
})
