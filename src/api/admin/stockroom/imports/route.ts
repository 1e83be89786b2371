import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../modules/inventory"
import { checkImportWorkflow } from "../../../../workflows"
import { answering } from "../../../utils/answer"
import type { CheckImportBody, ImportsQuery } from "../validators"
import { readImport, withCreators } from "./helpers"

/** Imports, newest first. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { limit, offset } = req.validatedQuery as unknown as ImportsQuery
  const [records, count] = await resolveStockroom(req.scope).listImports({ limit, offset })
  res.json({ imports: await withCreators(req.scope, records), count, limit, offset })
})

/** Checks a file, row by row; no stock is changed. */
export const POST = answering(async (req: MedusaRequest<CheckImportBody>, res) => {
  const { result } = await checkImportWorkflow(req.scope).run({ input: req.validatedBody })
  res.json({ import: await readImport(req.scope, result.id) })
})
