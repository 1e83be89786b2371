import type { MedusaRequest } from "@medusajs/framework/http"

import { closeTransferWorkflow } from "../../../../../../workflows"
import type { TransferStepResponse } from "../../../../../types/transfers"
import { answering } from "../../../../../utils/answer"
import { readTransfer } from "../../helpers"
import type { EndBody } from "../../validators"

/** Closes a transfer of which no more will arrive. */
export const POST = answering(async (req: MedusaRequest<EndBody>, res) => {
  const { result } = await closeTransferWorkflow(req.scope).run({
    input: { id: req.params.id, ...req.validatedBody },
  })
  const { transfer_id, receipt_id, repeated } = result
  res.json({
    ...(await readTransfer(req.scope, transfer_id)),
    ...{ receipt_id, repeated },
  } satisfies TransferStepResponse)
})
