import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../modules/inventory"
import { setStoreAvailabilityWorkflow } from "../../../../workflows"
import type { StoreAvailabilityResponse } from "../../../types/availability"
import { answering } from "../../../utils/answer"
import type { StoreAvailabilityBody } from "./validators"

/** What shoppers are told of products that have no settings of their own. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const store_availability = await resolveStockroom(req.scope).retrieveStoreAvailability()
  res.json({ store_availability } satisfies StoreAvailabilityResponse)
})

/** Changes it. */
export const POST = answering(async (req: MedusaRequest<StoreAvailabilityBody>, res) => {
  const { result: store_availability } = await setStoreAvailabilityWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json({ store_availability } satisfies StoreAvailabilityResponse)
})
