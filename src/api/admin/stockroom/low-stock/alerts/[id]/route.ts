import type { MedusaRequest } from "@medusajs/framework/http"

import { answering } from "../../../../../utils/answer"
import { readAlert } from "../../helpers"

/** An alert. */
export const GET = answering(async (req: MedusaRequest, res) => {
  res.json(await readAlert(req.scope, req.params.id))
})
