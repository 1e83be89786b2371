import type { MedusaRequest } from "@medusajs/framework/http"

import { previewAllocationWorkflow } from "../../../../../workflows"
import { answering } from "../../../../utils/answer"
import type { AllocationPreviewBody } from "../../validators"

/** Where would this cart, or these items, be shipped from? */
export const POST = answering(async (req: MedusaRequest<AllocationPreviewBody>, res) => {
  const { result } = await previewAllocationWorkflow(req.scope).run({ input: req.validatedBody })
  res.json({ allocation: result })
})
