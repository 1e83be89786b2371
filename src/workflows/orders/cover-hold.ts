import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { CoverHoldInput } from "../../modules/inventory"
import { coverHoldStep } from "./steps/cover-hold"

/**
 * Brings what is held for an order's shortfall, or a part of it, to the location that committed it:
 * reserved there, available here. Nothing is committed again.
 *
 * @throws 404 when there is no such hold, 409 when it has been let go or covered already, 400 when the
 *   quantity (base units of the item) is more than it holds
 * @since 0.1.0
 *
 * @example
 * await coverHoldWorkflow(container).run({ input: { hold_id: "ihold_123" } })
 */
export const coverHoldWorkflow = createWorkflow(
  "stockroom-cover-hold",
  (input: WorkflowData<CoverHoldInput>) => new WorkflowResponse(coverHoldStep(input))
)
