import type { MedusaStoreRequest } from "@medusajs/framework/http"

import { answerBackInStockWorkflow } from "../../../../../workflows"
import { answering } from "../../../../utils/answer"
import { requireEnabled } from "../require-enabled"
import type { TokenBody } from "../validators"

/** Confirms that the address of a message is meant. */
export const POST = answering(async (req: MedusaStoreRequest<TokenBody>, res) => {
  requireEnabled(req)
  const { token } = req.validatedBody
  const { result } = await answerBackInStockWorkflow(req.scope).run({
    input: { token, answer: "confirm" },
  })
  res.json({ confirmed: true, variant_id: result.variant_id })
})
