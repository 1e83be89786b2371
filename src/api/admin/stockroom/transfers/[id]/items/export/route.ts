import type { MedusaRequest } from "@medusajs/framework/http"
import { stringify } from "csv-stringify"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"

import { resolveStockroom } from "../../../../../../../modules/inventory"
import { answering } from "../../../../../../utils/answer"

/** What people have written: a spreadsheet must not run it. */
const TEXTS = ["sku", "title"]
const COLUMNS = [...TEXTS, "inventory_item_id", "quantity", "accepted", "rejected", "outstanding"]

/** A transfer's items as CSV. Another draft can take them from it. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { number, lines } = await resolveStockroom(req.scope).retrieveTransfer(req.params.id)
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader("content-disposition", `attachment; filename="${number}.csv"`)
  await pipeline(
    Readable.from(lines),
    stringify({
      header: true,
      columns: COLUMNS,
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
