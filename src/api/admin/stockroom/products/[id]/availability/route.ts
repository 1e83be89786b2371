import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../../modules/inventory"
import { setProductAvailabilityWorkflow } from "../../../../../../workflows"
import type { ProductAvailabilityResponse } from "../../../../../types/availability"
import { answering } from "../../../../../utils/answer"
import type { ProductAvailabilityBody } from "../../../availability/validators"

/** What a product's shoppers are told, and how much of it they may order. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const product_availability = await resolveStockroom(req.scope).retrieveProductAvailability(
    req.params.id
  )
  res.json({ product_availability } satisfies ProductAvailabilityResponse)
})

/** Changes it. */
export const POST = answering(async (req: MedusaRequest<ProductAvailabilityBody>, res) => {
  const { result: product_availability } = await setProductAvailabilityWorkflow(req.scope).run({
    input: { ...req.validatedBody, product_id: req.params.id },
  })
  res.json({ product_availability } satisfies ProductAvailabilityResponse)
})
