import type { MedusaStoreRequest } from "@medusajs/framework/http"

import { subscribeBackInStockWorkflow } from "../../../../workflows"
import { answering } from "../../../utils/answer"
import { channelOf } from "../channel"
import { localeOf } from "../locale"
import { requireEnabled } from "./require-enabled"
import type { BackInStockBody } from "./validators"

/** Takes down who wants to be told when a variant is in stock again. The answer does not tell who is known. */
export const POST = answering(async (req: MedusaStoreRequest<BackInStockBody>, res) => {
  requireEnabled(req)
  const { sales_channel_id, ...wish } = req.validatedBody
  const { result } = await subscribeBackInStockWorkflow(req.scope).run({
    input: {
      ...wish,
      sales_channel_id: channelOf(req, sales_channel_id),
      locale: localeOf(req),
      ip: req.ip ?? null,
    },
  })
  if (result.outcome === "too_many") {
    const message = "There have been too many requests; try again later"
    res.status(429).json({ type: "too_many_requests", code: "too_many_requests", message })
    return
  }
  res.status(202).json({ accepted: true })
})
