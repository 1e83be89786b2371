import type { MedusaRequest } from "@medusajs/framework/http"
import { stringify } from "csv-stringify"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"

import { resolveStockroom } from "../../../../../modules/inventory"
import { answering } from "../../../../utils/answer"
import type { StockExportQuery } from "../../validators"
import { withLocationNames } from "./helpers"

/** What people have written: a spreadsheet must not run it. */
const TEXTS = ["sku", "title", "location"]
const COLUMNS = [
  ...TEXTS,
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
    stringify({
      header: true,
      columns: COLUMNS,
      // A figure below zero stays a number.
      cast: {
        string: (value, { column }) => ({
          value,
          escape_formulas: TEXTS.includes(String(column)),
        }),
      },
    }),
    res
  )
})
