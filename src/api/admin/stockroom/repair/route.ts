import type { MedusaRequest } from "@medusajs/framework/http"

import { repairStockWorkflow } from "../../../../workflows"
import { answering } from "../../../utils/answer"
import type { RepairBody } from "../validators"

/** Brings drifted levels back in line by compensating movements. */
export const POST = answering(async (req: MedusaRequest<RepairBody>, res) => {
  const { result } = await repairStockWorkflow(req.scope).run({ input: req.validatedBody })
  res.json({ repair: result })
})
