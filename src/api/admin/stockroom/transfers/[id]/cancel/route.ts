import type { MedusaRequest } from "@medusajs/framework/http"

import { cancelTransferWorkflow } from "../../../../../../workflows"
import type { TransferStepResponse } from "../../../../../types/transfers"
import { answering } from "../../../../../utils/answer"
import { readTransfer } from "../../helpers"
import type { EndBody } from "../../validators"

/** Cancels a transfer: what is outstanding goes back, or is written off. */
export const POST = answering(async (req: MedusaRequest<EndBody>, res) => {
  const { result } = await cancelTransferWorkflow(req.scope).run({
    input: { id: req.params.id, ...req.validatedBody },
  })
  const { transfer_id, receipt_id, repeated } = result
  res.json({
    ...(await readTransfer(req.scope, transfer_id)),
    ...{ receipt_id, repeated },
  } satisfies TransferStepResponse)
})
