import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../modules/inventory"
import { syncLocationsWorkflow } from "../../../../workflows"
import { answering } from "../../../utils/answer"
import { readNames } from "../../../utils/names"

/** What Stockroom keeps about each stock location, with its name. */
export const GET = answering(async (req: MedusaRequest, res) => {
  await syncLocationsWorkflow(req.scope).run()
  const locations = await resolveStockroom(req.scope).listInventoryLocations(
    {},
    { order: { priority: "ASC", id: "ASC" } }
  )
  const names = await readNames(req.scope, { items: [], locations: locations.map(({ id }) => id) })
  res.json({
    locations: locations.map((one) => ({ ...one, name: names.locations[one.id] ?? null })),
    count: locations.length,
    offset: 0,
    limit: locations.length,
  })
})
