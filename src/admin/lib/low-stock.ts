import type { LowStockAlertsResponse, LowStockNames } from "../../api/types/low-stock"
import type {
  LowStockReportResponse,
  LowStockRunsResponse,
} from "../../api/types/low-stock-actions"
import { historyParams } from "./history-query"

/** As JSON has it: moments are texts. */
export type Sent<Row> = {
  [Key in keyof Row]: Row[Key] extends Date
    ? string
    : Row[Key] extends Date | null
      ? string | null
      : Row[Key]
}

/** Stock that has run low, as the API answers it. */
export type Alert = Sent<LowStockAlertsResponse["alerts"][number]>

/** What an action has to do, or has done, about an alert. */
export type ActionRun = Sent<LowStockRunsResponse["runs"][number]>

/** How long a stock lasts, and how much of it to order. */
export type ReportRow = LowStockReportResponse["report"][number]

export type { LowStockNames }

/** What is watched: an item at a location, or at several together. */
export type Pool = Pick<Alert, "inventory_item_id" | "place" | "location_id" | "sales_channel_id">

/** Tells one stock that is watched from all others. */
export function poolKey({ inventory_item_id, place, location_id, sales_channel_id }: Pool): string {
  return [inventory_item_id, place, location_id ?? sales_channel_id ?? ""].join(" ")
}

/** Whether the actions of an alert wait. */
export function isMuted({ muted_until }: Pick<Alert, "muted_until">, now: Date): boolean {
  return muted_until !== null && new Date(muted_until) > now
}

/** Where the history has a movement. */
export function movementPath(id: string): string {
  return `/inventory/history?${historyParams({ movement_id: [id] }).toString()}`
}

/** Whether a run is in hand, or will be in a moment: how it ends is worth waiting for. */
export function isUnderWay({ status, next_at }: ActionRun, now: Date): boolean {
  const soon = new Date(now.getTime() + SOON_MS)
  return (
    status === "running" || (status === "pending" && next_at !== null && new Date(next_at) < soon)
  )
}

const SOON_MS = 3_000

/** Whether a run is tried again on demand: it has failed for good, or has failed and waits. */
export function mayRetry({ status, attempts }: ActionRun): boolean {
  return status === "failed" || (status === "pending" && attempts > 0)
}

/** Whether a run has gone wrong the last time that it was tried. */
export function hasFailed(run: ActionRun): boolean {
  return mayRetry(run) && run.last_error !== null
}
