import {
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { CheckImportInput } from "../../modules/inventory"
import { checkImportStep } from "./steps/check-import"
import { listLocationsStep } from "./steps/list-locations"

/**
 * Checks a file of stock, row by row, and keeps what it would do. No stock is changed.
 *
 * @throws 400 for what is not such a file, or whose header is not understood
 * @since 0.1.0
 *
 * @example
 * const { result } = await checkImportWorkflow(container).run({
 *   input: { file_name: "count.csv", content: "sku,location,on_hand\nTEA,Berlin,12" },
 * })
 * result.changes // 1
 */
export const checkImportWorkflow = createWorkflow(
  "stockroom-check-import",
  (input: WorkflowData<Omit<CheckImportInput, "locations">>) => {
    const locations = listLocationsStep()
    const withLocations = transform({ input, locations }, (given) => ({
      ...given.input,
      locations: given.locations,
    }))
    return new WorkflowResponse(checkImportStep(withLocations))
  }
)
