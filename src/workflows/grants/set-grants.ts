import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { requireKnownStep } from "./steps/require-known"
import { setGrantsStep, type SetGrantsInput } from "./steps/set-grants"

/**
 * Gives an admin user just these rights, in the place of those that the user had. Who gave them is
 * written down. They count where the option `permissions.enforce` is set.
 *
 * @throws 404 when there is no such user, 400 naming the field that is not right; nothing has been
 *   changed then
 * @since 0.1.0
 *
 * @example
 * await setGrantsWorkflow(container).run({
 *   input: {
 *     user_id: "user_clerk",
 *     grants: [{ right: "levels", location_ids: ["sloc_berlin"], max_quantity: 10 }],
 *   },
 * })
 */
export const setGrantsWorkflow = createWorkflow(
  "stockroom-set-grants",
  (input: WorkflowData<SetGrantsInput>) => {
    requireKnownStep(input)
    return new WorkflowResponse(setGrantsStep(input))
  }
)
