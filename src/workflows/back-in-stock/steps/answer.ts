import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type BackInStockAnswer, resolveStockroom } from "../../../modules/inventory"

export interface AnswerInput {
  token: string
  answer: BackInStockAnswer
}

/** Confirms or ends what a link names. What its owner has said is not taken back. */
export const answerBackInStockStep = createStep(
  "stockroom-answer-back-in-stock",
  async ({ token, answer }: AnswerInput, { container }) =>
    new StepResponse(await resolveStockroom(container).answerBackInStock(token, answer))
)
