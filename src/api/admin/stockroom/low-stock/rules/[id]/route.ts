import type { MedusaRequest } from "@medusajs/framework/http"

import { setLowStockRulesWorkflow } from "../../../../../../workflows"
import { answering } from "../../../../../utils/answer"
import { readRule } from "../../helpers"
import type { RuleUpdateBody } from "../../validators"

/** A rule. */
export const GET = answering(async (req: MedusaRequest, res) => {
  res.json(await readRule(req.scope, req.params.id))
})

/** Changes a rule; what it watches stays. */
export const POST = answering(async (req: MedusaRequest<RuleUpdateBody>, res) => {
  const { id } = req.params
  await setLowStockRulesWorkflow(req.scope).run({
    input: { update: [{ ...req.validatedBody, id }] },
  })
  res.json(await readRule(req.scope, id))
})

/** Deletes a rule. What it alone kept low is low no longer. */
export const DELETE = answering(async (req: MedusaRequest, res) => {
  const { id } = req.params
  await setLowStockRulesWorkflow(req.scope).run({ input: { delete: [id] } })
  res.json({ id, object: "low_stock_rule", deleted: true })
})
