import type { MedusaRequest } from "@medusajs/framework/http"
import { stringify } from "csv-stringify"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"

import { resolveStockroom, RULE_COLUMNS } from "../../../../../../modules/inventory"
import { answering } from "../../../../../utils/answer"
import type { RulesExportQuery } from "../../validators"
import { asRows } from "./helpers"

/** The rules as CSV, as a file that can be edited and imported again. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const pages = resolveStockroom(req.scope).lowStockRulePages(
    req.validatedQuery as unknown as RulesExportQuery
  )
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader("content-disposition", 'attachment; filename="low-stock-rules.csv"')
  await pipeline(
    Readable.from(asRows(req.scope, pages)),
    stringify({ header: true, columns: [...RULE_COLUMNS], escape_formulas: true }),
    res
  )
})
