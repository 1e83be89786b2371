import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../../modules/inventory"
import type { ChartResponse } from "../../../../../types/chart"
import { answering } from "../../../../../utils/answer"
import { readNamesAndUnits } from "../../../../../utils/units"
import type { ChartQuery } from "../../../validators"

/** On hand and available of an item over time. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const chart = await resolveStockroom(req.scope).retrieveStockChart({
    inventory_item_id: req.params.id,
    ...(req.validatedQuery as unknown as ChartQuery),
  })
  const about = await readNamesAndUnits(req.scope, {
    items: [chart.inventory_item_id],
    locations: chart.location_ids,
  })
  res.json({ chart, ...about } satisfies ChartResponse)
})
