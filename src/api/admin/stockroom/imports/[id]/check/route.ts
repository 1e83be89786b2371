import type { MedusaRequest } from "@medusajs/framework/http"

import { recheckImportWorkflow } from "../../../../../../workflows"
import { answering } from "../../../../../utils/answer"
import { readImport } from "../../helpers"

/** Checks an import again, against the stock as it is now. */
export const POST = answering(async (req: MedusaRequest, res) => {
  const { id } = req.params
  await recheckImportWorkflow(req.scope).run({ input: { id } })
  res.json({ import: await readImport(req.scope, id) })
})
