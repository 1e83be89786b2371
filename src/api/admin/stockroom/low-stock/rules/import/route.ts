import type { MedusaRequest } from "@medusajs/framework/http"

import { importLowStockRulesWorkflow } from "../../../../../../workflows"
import type { LowStockRulesImportedResponse } from "../../../../../types/low-stock"
import { answering } from "../../../../../utils/answer"
import type { RulesImportBody } from "../../validators"

/** Makes, changes and deletes rules as a file has them: all of its rows, or none where one has an error. */
export const POST = answering(async (req: MedusaRequest<RulesImportBody>, res) => {
  const { result } = await importLowStockRulesWorkflow(req.scope).run({ input: req.validatedBody })
  res.json(result satisfies LowStockRulesImportedResponse)
})
