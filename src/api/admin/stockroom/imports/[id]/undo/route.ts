import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../../modules/inventory"
import { undoImportWorkflow } from "../../../../../../workflows"
import type { ImportUndoResponse } from "../../../../../types/imports"
import { answering } from "../../../../../utils/answer"
import { readNamesAndUnits } from "../../../../../utils/units"
import type { UndoBody } from "../../../validators"
import { readImport } from "../../helpers"

/** What undoing would leave; changes nothing. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const undo = await resolveStockroom(req.scope).previewImportUndo(req.params.id)
  const { names, units } = await readNamesAndUnits(req.scope, {
    items: undo.negative.map((figure) => figure.inventory_item_id),
    locations: undo.negative.map((figure) => figure.location_id),
  })
  const negative = undo.negative.map((figure) => ({
    ...figure,
    sku: names.items[figure.inventory_item_id]?.sku ?? null,
    location_name: names.locations[figure.location_id] ?? null,
  }))
  res.json({ undo: { ...undo, negative }, units } satisfies ImportUndoResponse)
})

/** Takes the whole import back by a counter-movement. */
export const POST = answering(async (req: MedusaRequest<UndoBody>, res) => {
  const { id } = req.params
  await undoImportWorkflow(req.scope).run({ input: { id, ...req.validatedBody } })
  res.json({ import: await readImport(req.scope, id) })
})
