import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { answerBackInStockStep, type AnswerInput } from "./steps/answer"

/**
 * Confirms or ends what a link in a message names. Done again, it changes nothing and answers the same.
 *
 * @throws 404 for a token that is none, and for confirming what has been ended
 * @since 0.1.0
 *
 * @example
 * await answerBackInStockWorkflow(container).run({ input: { token, answer: "unsubscribe" } })
 */
export const answerBackInStockWorkflow = createWorkflow(
  "stockroom-answer-back-in-stock",
  (input: WorkflowData<AnswerInput>) => new WorkflowResponse(answerBackInStockStep(input))
)
