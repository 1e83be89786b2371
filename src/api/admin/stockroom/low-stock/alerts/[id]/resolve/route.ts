import type { MedusaRequest } from "@medusajs/framework/http"

import { changeLowStockAlertsWorkflow } from "../../../../../../../workflows"
import { answering } from "../../../../../../utils/answer"
import { readAlert } from "../../../helpers"
import type { AlertNoteBody } from "../../../validators"

/** A person says that the alert needs nothing more. */
export const POST = answering(async (req: MedusaRequest<AlertNoteBody>, res) => {
  const { id } = req.params
  await changeLowStockAlertsWorkflow(req.scope).run({
    input: { ids: [id], do: "resolve", strict: true, ...req.validatedBody },
  })
  res.json(await readAlert(req.scope, id))
})
