import type { MedusaRequest } from "@medusajs/framework/http"

import { markTransferPendingWorkflow } from "../../../../../../workflows"
import type { TransferStepResponse } from "../../../../../types/transfers"
import { answering } from "../../../../../utils/answer"
import { readTransfer } from "../../helpers"
import type { PendingBody } from "../../validators"

/** Sends a draft on its way. */
export const POST = answering(async (req: MedusaRequest<PendingBody>, res) => {
  const { result } = await markTransferPendingWorkflow(req.scope).run({
    input: { id: req.params.id, ...req.validatedBody },
  })
  const { transfer_id, receipt_id, repeated } = result
  res.json({
    ...(await readTransfer(req.scope, transfer_id)),
    ...{ receipt_id, repeated },
  } satisfies TransferStepResponse)
})
