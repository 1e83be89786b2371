import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../modules/inventory"
import { syncLocationsWorkflow } from "../../../../workflows"
import { answering } from "../../../utils/answer"

/** What Stockroom keeps about each stock location. */
export const GET = answering(async (req: MedusaRequest, res) => {
  await syncLocationsWorkflow(req.scope).run()
  const locations = await resolveStockroom(req.scope).listInventoryLocations(
    {},
    { order: { priority: "ASC", id: "ASC" } }
  )
  res.json({ locations, count: locations.length, offset: 0, limit: locations.length })
})
