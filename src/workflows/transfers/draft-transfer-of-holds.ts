import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { DraftTransferOfHoldsInput } from "../../modules/inventory"
import { draftTransferOfHoldsStep } from "./steps/draft-transfer-of-holds"

/**
 * Drafts one transfer for several holds that wait at one location for another, with a line for each. They
 * stay while it is a draft.
 *
 * @throws 400 when they do not go the same way, or two are of one item; 404 when one is not there; 409 when a
 *   transfer covers one already
 * @since 0.1.0
 *
 * @example
 * await draftTransferOfHoldsWorkflow(container).run({ input: { hold_ids: ["ihold_1", "ihold_2"] } })
 */
export const draftTransferOfHoldsWorkflow = createWorkflow(
  "stockroom-draft-transfer-of-holds",
  (input: WorkflowData<DraftTransferOfHoldsInput>) =>
    new WorkflowResponse(draftTransferOfHoldsStep(input))
)
