import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { resolveStockroom } from "../../../../../../../modules/inventory"
import { retryLowStockRunWorkflow, runLowStockActions } from "../../../../../../../workflows"
import type { LowStockRunResponse } from "../../../../../../types/low-stock-actions"
import { answering } from "../../../../../../utils/answer"

/** Tries an action again that has failed; the answer does not wait for it. */
export const POST = answering(async (req: MedusaRequest, res) => {
  const { id } = req.params
  await retryLowStockRunWorkflow(req.scope).run({ input: { id } })
  const run = await resolveStockroom(req.scope).retrieveLowStockRun(id)
  runLowStockActions(req.scope).catch((error: Error) => {
    req.scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`Stockroom: run ${id} is left to the job: ${error.message}`)
  })
  res.json({ run } satisfies LowStockRunResponse)
})
