import type { MedusaStoreRequest } from "@medusajs/framework/http"

import { answerBackInStockWorkflow } from "../../../../../workflows"
import { answering } from "../../../../utils/answer"
import { requireEnabled } from "../require-enabled"
import type { TokenBody } from "../validators"

/** Ends what a message was sent for. */
export const POST = answering(async (req: MedusaStoreRequest<TokenBody>, res) => {
  requireEnabled(req)
  const { token } = req.validatedBody
  const { result } = await answerBackInStockWorkflow(req.scope).run({
    input: { token, answer: "unsubscribe" },
  })
  res.json({ unsubscribed: true, variant_id: result.variant_id })
})
