import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../../modules/inventory"
import { undoImportWorkflow } from "../../../../../../workflows"
import { answering } from "../../../../../utils/answer"
import { readNames } from "../../../../../utils/names"
import type { UndoBody } from "../../../validators"
import { readImport } from "../../helpers"

/** What undoing would leave; changes nothing. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const undo = await resolveStockroom(req.scope).previewImportUndo(req.params.id)
  const { items, locations } = await readNames(req.scope, {
    items: undo.negative.map((figure) => figure.inventory_item_id),
    locations: undo.negative.map((figure) => figure.location_id),
  })
  const negative = undo.negative.map((figure) => ({
    ...figure,
    sku: items[figure.inventory_item_id]?.sku ?? null,
    location_name: locations[figure.location_id] ?? null,
  }))
  res.json({ undo: { ...undo, negative } })
})

/** Takes the whole import back by a counter-movement. */
export const POST = answering(async (req: MedusaRequest<UndoBody>, res) => {
  const { id } = req.params
  await undoImportWorkflow(req.scope).run({ input: { id, ...req.validatedBody } })
  res.json({ import: await readImport(req.scope, id) })
})
