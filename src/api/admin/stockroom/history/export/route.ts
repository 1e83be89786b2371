import type { MedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { stringify } from "csv-stringify"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"

import { type HistoryRow, resolveStockroom } from "../../../../../modules/inventory"
import type { HistoryEntry } from "../../../../types/history"
import { answering } from "../../../../utils/answer"
import type { HistoryExportQuery } from "../../validators"
import { withNames, withOrderLines } from "../helpers"

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
  // What the ids above are called, for those who read it in a spreadsheet.
  "sku",
  "location_name",
  "actor_name",
  "order_display_id",
]

/** The ledger as CSV, newest first, as a stream: its length does not matter. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const filters = req.validatedQuery as unknown as HistoryExportQuery
  const pages = resolveStockroom(req.scope).historyPages(await withOrderLines(req.scope, filters))
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader("content-disposition", 'attachment; filename="stock-history.csv"')
  await pipeline(
    Readable.from(named(req.scope, pages)),
    stringify({ header: true, columns: COLUMNS, escape_formulas: true }),
    res
  )
})

async function* named(
  container: MedusaContainer,
  pages: AsyncGenerator<HistoryRow[]>
): AsyncGenerator<HistoryEntry> {
  for await (const page of pages) {
    yield* await withNames(container, page)
  }
}
