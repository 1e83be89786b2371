import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../modules/inventory"
import { answering } from "../../../../utils/answer"
import { readImport } from "../helpers"

/** An import: what was found, where it stands, and how far applying it has come. */
export const GET = answering(async (req: MedusaRequest, res) => {
  res.json({ import: await readImport(req.scope, req.params.id) })
})

/** Forgets an import that was not applied. */
export const DELETE = answering(async (req: MedusaRequest, res) => {
  await resolveStockroom(req.scope).deleteImport(req.params.id)
  res.json({ id: req.params.id, object: "stock_import", deleted: true })
})
