import type { MedusaStoreRequest } from "@medusajs/framework/http"

import { answerBackInStockWorkflow } from "../../../../../workflows"
import { answering } from "../../../../utils/answer"
import type { TokenBody } from "../validators"

/** Ends what a message was sent for, also in a store that sends none any more: the links in its mails live on. */
export const POST = answering(async (req: MedusaStoreRequest<TokenBody>, res) => {
  const { token } = req.validatedBody
  const { result } = await answerBackInStockWorkflow(req.scope).run({
    input: { token, answer: "unsubscribe" },
  })
  res.json({ unsubscribed: true, variant_id: result.variant_id })
})
