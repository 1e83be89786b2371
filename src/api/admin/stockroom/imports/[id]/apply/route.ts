import type { MedusaRequest } from "@medusajs/framework/http"

import { applyImportWorkflow } from "../../../../../../workflows"
import { answering } from "../../../../../utils/answer"
import type { ApplyImportBody } from "../../../validators"
import { readImport } from "../../helpers"

/** Applies an import: all of its changes, or none. Answers when it is done. */
export const POST = answering(async (req: MedusaRequest<ApplyImportBody>, res) => {
  const { id } = req.params
  const { result } = await applyImportWorkflow(req.scope).run({
    input: { id, ...req.validatedBody },
  })
  res.json({ import: await readImport(req.scope, id), repeated: result.repeated })
})
