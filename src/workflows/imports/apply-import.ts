import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { ApplyImportInput } from "../../modules/inventory"
import { applyImportStep } from "./steps/apply-import"

/**
 * Applies an import that was checked: all of its changes, as one movement, or none. Applied already,
 * it changes nothing and gives the first movement.
 *
 * @throws 400 while rows have errors that nobody said to leave out, 404 when there is no such import,
 *   409 when stock has changed since the check; nothing has been changed then
 * @since 0.1.0
 *
 * @example
 * await applyImportWorkflow(container).run({ input: { id: "simp_…", skip_errors: true } })
 */
export const applyImportWorkflow = createWorkflow(
  "stockroom-apply-import",
  (input: WorkflowData<ApplyImportInput & { id: string }>) =>
    new WorkflowResponse(applyImportStep(input))
)
