import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { UndoInput } from "../../modules/inventory"
import { undoMovementStep } from "./steps/undo-movement"

/**
 * Takes a movement back by a counter-movement that points at it.
 *
 * @throws 409 when the movement cannot be undone (already undone, or an order stands behind it),
 *   400 when it would take a state below zero
 * @since 0.1.0
 *
 * @example
 * await undoMovementWorkflow(container).run({ input: { movement_id: "imov_…", note: "typo" } })
 */
export const undoMovementWorkflow = createWorkflow(
  "stockroom-undo-movement",
  (input: WorkflowData<UndoInput & { movement_id: string }>) =>
    new WorkflowResponse(undoMovementStep(input))
)
