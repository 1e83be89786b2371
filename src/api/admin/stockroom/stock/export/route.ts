import type { MedusaRequest } from "@medusajs/framework/http"
import { stringify } from "csv-stringify"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"

import { resolveStockroom } from "../../../../../modules/inventory"
import { answering } from "../../../../utils/answer"
import type { StockExportQuery } from "../../validators"
import { withLocationNames } from "./helpers"

const COLUMNS = [
  "sku",
  "title",
  "location",
  "inventory_item_id",
  "location_id",
  "on_hand",
  "available",
  "committed",
  "reserved",
  "damaged",
  "safety",
  "quality_control",
  "unavailable",
  "incoming",
  "fulfilled",
]

/** The levels as CSV, by SKU, as a stream: how many there are does not matter. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const pages = resolveStockroom(req.scope).stockPages(
    req.validatedQuery as unknown as StockExportQuery
  )
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader("content-disposition", 'attachment; filename="stock.csv"')
  await pipeline(
    Readable.from(withLocationNames(req.scope, pages)),
    stringify({ header: true, columns: COLUMNS, escape_formulas: true }),
    res
  )
})
