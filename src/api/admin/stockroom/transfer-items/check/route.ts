import type { MedusaRequest } from "@medusajs/framework/http"

import { checkTransferItemsWorkflow } from "../../../../../workflows"
import type { CheckedItemsResponse } from "../../../../types/transfers"
import { answering } from "../../../../utils/answer"
import type { CheckItemsBody } from "../../transfers/validators"

/** Reads a file of items for a transfer. Nothing is changed. */
export const POST = answering(async (req: MedusaRequest<CheckItemsBody>, res) => {
  const { result } = await checkTransferItemsWorkflow(req.scope).run({ input: req.validatedBody })
  res.json({ file: result } satisfies CheckedItemsResponse)
})
