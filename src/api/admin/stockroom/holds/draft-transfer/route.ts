import type { MedusaRequest } from "@medusajs/framework/http"

import { draftTransferOfHoldsWorkflow } from "../../../../../workflows"
import type { TransferStepResponse } from "../../../../types/transfers"
import { answering } from "../../../../utils/answer"
import { readTransfer } from "../../transfers/helpers"
import type { DraftOfHoldsBody } from "../../transfers/validators"

/** Drafts one transfer for several holds. */
export const POST = answering(async (req: MedusaRequest<DraftOfHoldsBody>, res) => {
  const { result } = await draftTransferOfHoldsWorkflow(req.scope).run({ input: req.validatedBody })
  const { transfer_id, receipt_id, repeated } = result
  res.json({
    ...(await readTransfer(req.scope, transfer_id)),
    ...{ receipt_id, repeated },
  } satisfies TransferStepResponse)
})
