import {
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { DraftTransferOfHoldInput } from "../../modules/inventory"
import { draftTransferOfHoldsStep } from "./steps/draft-transfer-of-holds"

/**
 * Drafts the transfer that brings what is held for an order's shortfall to where it is committed. The hold
 * stays while it is a draft.
 *
 * @throws 404 when there is no such hold, 409 when a transfer covers it already
 * @since 0.1.0
 *
 * @example
 * const { result } = await draftTransferOfHoldWorkflow(container).run({ input: { hold_id: "ihold_123" } })
 */
export const draftTransferOfHoldWorkflow = createWorkflow(
  "stockroom-draft-transfer-of-hold",
  (input: WorkflowData<DraftTransferOfHoldInput>) => {
    const ofOne = transform({ input }, ({ input: { hold_id, ...details } }) => ({
      ...details,
      hold_ids: [hold_id],
    }))
    return new WorkflowResponse(draftTransferOfHoldsStep(ofOne))
  }
)
