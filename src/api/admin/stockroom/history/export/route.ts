import type { MedusaRequest } from "@medusajs/framework/http"
import { stringify } from "csv-stringify"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"

import { resolveStockroom } from "../../../../../modules/inventory"
import { answering } from "../../../../utils/answer"
import type { HistoryExportQuery } from "../../validators"
import { withOrderLines } from "../helpers"

const COLUMNS = [
  "created_at",
  "kind",
  "inventory_item_id",
  "location_id",
  "state",
  "quantity",
  "balance_after",
  "reason",
  "note",
  "actor_type",
  "actor_id",
  "order_id",
  "line_item_id",
  "fulfillment_id",
  "return_id",
  "transfer_id",
  "reservation_id",
  "import_id",
  "movement_id",
  "reverses_id",
  "source",
]

/** The ledger as CSV, newest first, as a stream: its length does not matter. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const filters = req.validatedQuery as unknown as HistoryExportQuery
  const pages = resolveStockroom(req.scope).historyPages(await withOrderLines(req.scope, filters))
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader("content-disposition", 'attachment; filename="stock-history.csv"')
  await pipeline(
    Readable.from(flatten(pages)),
    stringify({ header: true, columns: COLUMNS, escape_formulas: true }),
    res
  )
})

async function* flatten<Row>(pages: AsyncGenerator<Row[]>): AsyncGenerator<Row> {
  for await (const page of pages) {
    yield* page
  }
}
