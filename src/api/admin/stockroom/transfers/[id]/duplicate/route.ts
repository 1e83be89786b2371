import type { MedusaRequest } from "@medusajs/framework/http"

import { duplicateTransferWorkflow } from "../../../../../../workflows"
import type { TransferStepResponse } from "../../../../../types/transfers"
import { answering } from "../../../../../utils/answer"
import { readTransfer } from "../../helpers"
import type { DuplicateBody } from "../../validators"

/** Makes a draft like another transfer. */
export const POST = answering(async (req: MedusaRequest<DuplicateBody>, res) => {
  const { result } = await duplicateTransferWorkflow(req.scope).run({
    input: { id: req.params.id, ...req.validatedBody },
  })
  const { transfer_id, receipt_id, repeated } = result
  res.json({
    ...(await readTransfer(req.scope, transfer_id)),
    ...{ receipt_id, repeated },
  } satisfies TransferStepResponse)
})
