import type { MedusaRequest } from "@medusajs/framework/http"

import { changeLowStockAlertsWorkflow } from "../../../../../../../workflows"
import { answering } from "../../../../../../utils/answer"
import { readAlert } from "../../../helpers"
import type { AlertMuteBody } from "../../../validators"

/** No action of the alert, nor of further ones of the same stock, begins until then. */
export const POST = answering(async (req: MedusaRequest<AlertMuteBody>, res) => {
  const { id } = req.params
  await changeLowStockAlertsWorkflow(req.scope).run({
    input: { ids: [id], do: "mute", strict: true, ...req.validatedBody },
  })
  res.json(await readAlert(req.scope, id))
})
