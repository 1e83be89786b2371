import {
  createWorkflow,
  transform,
  when,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { listLocationsStep } from "../imports/steps/list-locations"
import { syncLocationsStep } from "../locations/steps/sync-locations"
import { listChannelsStep } from "./steps/list-channels"
import { readRuleFileStep } from "./steps/read-rule-file"
import { setLowStockRulesStep } from "./steps/set-rules"

/**
 * Makes, changes and deletes low-stock rules as a CSV file has them: all of its rows, or none where one has
 * an error. With `check` it only tells what it would do.
 *
 * @throws 400 for what is no such file
 * @since 0.1.0
 *
 * @example
 * const { result } = await importLowStockRulesWorkflow(container).run({
 *   input: { content: "sku,place,threshold\nBOLT,together,10\n" },
 * })
 * result.errors // []
 */
export const importLowStockRulesWorkflow = createWorkflow(
  "stockroom-import-low-stock-rules",
  (input: WorkflowData<{ content: string; check?: boolean }>) => {
    syncLocationsStep()
    const locations = listLocationsStep()
    const channels = listChannelsStep()
    const read = readRuleFileStep({ content: input.content, locations, channels })
    when({ input, read }, ({ input, read }) => !input.check && !read.errors.length).then(() => {
      setLowStockRulesStep(transform({ read }, ({ read }) => read.changes))
    })
    return new WorkflowResponse(
      transform({ read }, ({ read }) => {
        const { created, updated, deleted, unchanged, errors } = read
        return { created, updated, deleted, unchanged, errors }
      })
    )
  }
)
