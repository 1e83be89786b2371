import type { MedusaRequest } from "@medusajs/framework/http"

import { changeLowStockAlertsWorkflow } from "../../../../../../workflows"
import { answering } from "../../../../../utils/answer"
import type { AlertsBatchBody } from "../../validators"

/** Acknowledges, resolves or mutes alerts; those whose status does not allow it are passed over. */
export const POST = answering(async (req: MedusaRequest<AlertsBatchBody>, res) => {
  const { result: ids } = await changeLowStockAlertsWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json({ ids, count: ids.length })
})
