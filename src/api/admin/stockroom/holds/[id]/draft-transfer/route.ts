import type { MedusaRequest } from "@medusajs/framework/http"

import { draftTransferOfHoldWorkflow } from "../../../../../../workflows"
import type { TransferStepResponse } from "../../../../../types/transfers"
import { answering } from "../../../../../utils/answer"
import { readTransfer } from "../../../transfers/helpers"
import type { DraftOfHoldBody } from "../../../transfers/validators"

/** Drafts the transfer that a hold calls for. */
export const POST = answering(async (req: MedusaRequest<DraftOfHoldBody>, res) => {
  const { result } = await draftTransferOfHoldWorkflow(req.scope).run({
    input: { hold_id: req.params.id, ...req.validatedBody },
  })
  const { transfer_id, receipt_id, repeated } = result
  res.json({
    ...(await readTransfer(req.scope, transfer_id)),
    ...{ receipt_id, repeated },
  } satisfies TransferStepResponse)
})
