import type { MedusaRequest } from "@medusajs/framework/http"

import { receiveTransferWorkflow } from "../../../../../../workflows"
import type { TransferStepResponse } from "../../../../../types/transfers"
import { answering } from "../../../../../utils/answer"
import { readTransfer } from "../../helpers"
import type { ReceiveBody } from "../../validators"

/** Receives a part of a transfer, or all of it. */
export const POST = answering(async (req: MedusaRequest<ReceiveBody>, res) => {
  const { result } = await receiveTransferWorkflow(req.scope).run({
    input: { id: req.params.id, ...req.validatedBody },
  })
  const { transfer_id, receipt_id, repeated } = result
  res.json({
    ...(await readTransfer(req.scope, transfer_id)),
    ...{ receipt_id, repeated },
  } satisfies TransferStepResponse)
})
