import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../modules/inventory"
import { setLocationWorkflow, syncLocationsWorkflow } from "../../../../../workflows"
import type { LocationResponse } from "../../../../types/location"
import { answering } from "../../../../utils/answer"
import { readNames } from "../../../../utils/names"
import type { LocationBody } from "../../validators"

/** What Stockroom keeps about a stock location, with its name and how many levels it has. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { id } = req.params
  await syncLocationsWorkflow(req.scope).run()
  const stockroom = resolveStockroom(req.scope)
  const location = await stockroom.retrieveInventoryLocation(id)
  const [figures, { locations }] = await Promise.all([
    stockroom.retrieveLocationFigures(id),
    readNames(req.scope, { items: [], locations: [id] }),
  ])
  res.json({
    location: { ...location, name: locations[id] ?? null, ...figures },
  } satisfies LocationResponse)
})

export const POST = answering(async (req: MedusaRequest<LocationBody>, res) => {
  const { result } = await setLocationWorkflow(req.scope).run({
    input: { id: req.params.id, ...req.validatedBody },
  })
  res.json({ location: result })
})
