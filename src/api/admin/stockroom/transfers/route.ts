import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../modules/inventory"
import { createTransferWorkflow, transferAtOnceWorkflow } from "../../../../workflows"
import type { TransfersResponse, TransferStepResponse } from "../../../types/transfers"
import { answering } from "../../../utils/answer"
import { readNames } from "../../../utils/names"
import { endsOf, readTransfer } from "./helpers"
import type { CreateTransferBody, TransfersQuery } from "./validators"

/** Transfers, newest first. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { limit, offset, ...filters } = req.validatedQuery as unknown as TransfersQuery
  const [transfers, count] = await resolveStockroom(req.scope).listTransfers(filters, {
    limit,
    offset,
  })
  const names = await readNames(req.scope, endsOf(transfers))
  res.json({ transfers, count, offset, limit, names } satisfies TransfersResponse)
})

/** Makes a draft, or moves items at once. */
export const POST = answering(async (req: MedusaRequest<CreateTransferBody>, res) => {
  const { at_once, allow_negative, ...input } = req.validatedBody
  const { result } = at_once
    ? await transferAtOnceWorkflow(req.scope).run({ input: { ...input, allow_negative } })
    : await createTransferWorkflow(req.scope).run({ input })
  const { transfer_id, receipt_id, repeated } = result
  res.json({
    ...(await readTransfer(req.scope, transfer_id)),
    ...{ receipt_id, repeated },
  } satisfies TransferStepResponse)
})
