import type { MedusaRequest } from "@medusajs/framework/http"

import { setVariantUnitWorkflow } from "../../../../../../workflows"
import { answering } from "../../../../../utils/answer"
import { idOfPath } from "../../../../../utils/text"
import type { VariantUnitBody } from "../../../validators"
import { readVariantUnit } from "./helpers"

/** By which unit of each of its items a variant is sold. */
export const GET = answering(async (req: MedusaRequest, res) => {
  res.json(await readVariantUnit(req.scope, idOfPath(req)))
})

/** Sells a variant by a unit of one of its items. */
export const POST = answering(async (req: MedusaRequest<VariantUnitBody>, res) => {
  const id = idOfPath(req)
  await setVariantUnitWorkflow(req.scope).run({ input: { variant_id: id, ...req.validatedBody } })
  res.json(await readVariantUnit(req.scope, id))
})
