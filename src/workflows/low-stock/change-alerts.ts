import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { ChangeAlertsInput } from "../../modules/inventory"
import { changeLowStockAlertsStep } from "./steps/change-alerts"

/**
 * Acknowledges, resolves or mutes low-stock alerts, and gives the ids of those that it has changed.
 * Those whose status does not allow it are passed over; with `strict`, that is refused.
 *
 * @throws 404 with the id, 409 with the status that does not allow it, where `strict`
 * @since 0.1.0
 *
 * @example
 * await changeLowStockAlertsWorkflow(container).run({
 *   input: { ids: [alert_id], do: "mute", until: "2026-12-24" },
 * })
 */
export const changeLowStockAlertsWorkflow = createWorkflow(
  "stockroom-change-low-stock-alerts",
  (input: WorkflowData<ChangeAlertsInput>) => new WorkflowResponse(changeLowStockAlertsStep(input))
)
