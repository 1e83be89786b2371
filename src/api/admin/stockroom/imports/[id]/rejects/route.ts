import type { MedusaRequest } from "@medusajs/framework/http"
import { stringify } from "csv-stringify"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"

import { resolveStockroom } from "../../../../../../modules/inventory"
import { answering } from "../../../../../utils/answer"

/** The rows with errors as the file has them, and what stands against each: to be mended and imported again. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { header, delimiter, rows } = await resolveStockroom(req.scope).rejectedRows(req.params.id)
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader("content-disposition", 'attachment; filename="rejected-rows.csv"')
  const stringifier = stringify({ delimiter, bom: true, escape_formulas: true })
  // A file of rejected rows that has new errors says them in place of the old ones.
  const column = header.findIndex((name) => name.trim() === "error")
  const width = column < 0 ? header.length : column
  const rest = column < 0 ? width : width + 1
  await pipeline(Readable.from(lines()), stringifier, res)

  async function* lines() {
    yield [...header.slice(0, width), "error", ...header.slice(rest)]
    for await (const { cells, message } of rows) {
      const whole = [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill("")]
      yield [...whole.slice(0, width), message, ...whole.slice(rest)]
    }
  }
})
