import type { MedusaRequest } from "@medusajs/framework/http"

import { findItemsOfCodeWorkflow } from "../../../../workflows"
import type { ItemsOfCodeResponse } from "../../../types/transfers"
import { answering } from "../../../utils/answer"
import type { ItemsOfCodeQuery } from "../transfers/validators"

/** The items that a typed or scanned code means. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const input = req.validatedQuery as unknown as ItemsOfCodeQuery
  const { result } = await findItemsOfCodeWorkflow(req.scope).run({ input })
  res.json({ items: result } satisfies ItemsOfCodeResponse)
})
