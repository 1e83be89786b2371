import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"

import { setItemUnitsWorkflow } from "../../../../../../workflows"
import type { ItemUnitsResponse } from "../../../../../types/units"
import { answering } from "../../../../../utils/answer"
import { idOfPath } from "../../../../../utils/text"
import { readUnits } from "../../../../../utils/units"
import type { ItemUnitsBody } from "../../../validators"

/** The units of an item. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const id = idOfPath(req)
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const [{ data }, units] = await Promise.all([
    query.graph({ entity: "inventory_item", fields: ["id"], filters: { id } }),
    readUnits(req.scope, [id]),
  ])
  if (!data.length) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Inventory item ${id} was not found`)
  }
  res.json({ units: units[id] ?? [] } satisfies ItemUnitsResponse)
})

/** Sets all units of an item, in the place of those that it had. */
export const POST = answering(async (req: MedusaRequest<ItemUnitsBody>, res) => {
  const { result } = await setItemUnitsWorkflow(req.scope).run({
    input: { inventory_item_id: idOfPath(req), ...req.validatedBody },
  })
  res.json({ units: result } satisfies ItemUnitsResponse)
})
