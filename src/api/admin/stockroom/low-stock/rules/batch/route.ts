import type { MedusaRequest } from "@medusajs/framework/http"

import { setLowStockRulesWorkflow } from "../../../../../../workflows"
import type { LowStockRulesChangedResponse } from "../../../../../types/low-stock"
import { answering } from "../../../../../utils/answer"
import type { RulesBatchBody } from "../../validators"

/** Makes, replaces, changes and deletes rules, all or none. */
export const POST = answering(async (req: MedusaRequest<RulesBatchBody>, res) => {
  const { result } = await setLowStockRulesWorkflow(req.scope).run({ input: req.validatedBody })
  res.json(result satisfies LowStockRulesChangedResponse)
})
