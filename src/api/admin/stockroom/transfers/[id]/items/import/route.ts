import type { MedusaRequest } from "@medusajs/framework/http"

import { importTransferItemsWorkflow } from "../../../../../../../workflows"
import type { TransferResponse } from "../../../../../../types/transfers"
import { answering } from "../../../../../../utils/answer"
import { readTransfer } from "../../../helpers"
import type { ImportItemsBody } from "../../../validators"

/** Takes a draft's items from a CSV file: all of its rows, or none. */
export const POST = answering(async (req: MedusaRequest<ImportItemsBody>, res) => {
  const { id } = req.params
  await importTransferItemsWorkflow(req.scope).run({ input: { id, ...req.validatedBody } })
  res.json((await readTransfer(req.scope, id)) satisfies TransferResponse)
})
