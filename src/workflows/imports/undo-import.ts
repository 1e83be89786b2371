import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { UndoInput } from "../../modules/inventory"
import { undoImportStep } from "./steps/undo-import"

/**
 * Takes a whole import back by a counter-movement.
 *
 * @throws 400 when it would take a state below zero, 404 when there is no such import, 409 when it is
 *   not applied; nothing has been changed then
 * @since 0.1.0
 *
 * @example
 * await undoImportWorkflow(container).run({ input: { id: "simp_…", note: "wrong file" } })
 */
export const undoImportWorkflow = createWorkflow(
  "stockroom-undo-import",
  (input: WorkflowData<UndoInput & { id: string }>) => new WorkflowResponse(undoImportStep(input))
)
