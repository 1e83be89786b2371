import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../modules/inventory"
import { setLowStockRulesWorkflow } from "../../../../../workflows"
import type { LowStockRulesResponse } from "../../../../types/low-stock"
import { answering } from "../../../../utils/answer"
import { readWatched, readRule } from "../helpers"
import type { RuleBody, RulesQuery } from "../validators"

/** Rules: the store's defaults first, then by SKU. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { limit, offset, ...filters } = req.validatedQuery as unknown as RulesQuery
  const [rules, count] = await resolveStockroom(req.scope).listLowStockRules(filters, {
    limit,
    offset,
  })
  const about = await readWatched(req.scope, rules)
  res.json({ rules, count, limit, offset, ...about } satisfies LowStockRulesResponse)
})

/** Makes a rule, and compares the stock with it. */
export const POST = answering(async (req: MedusaRequest<RuleBody>, res) => {
  const { result } = await setLowStockRulesWorkflow(req.scope).run({
    input: { create: [req.validatedBody] },
  })
  res.json(await readRule(req.scope, result.created[0].id))
})
