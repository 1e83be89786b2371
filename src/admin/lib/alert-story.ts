import type { Alert } from "./low-stock"

/** Something that has happened to an alert. */
export interface AlertHappening {
  what: "opened" | "opened_by_rule" | "acknowledged" | "by_hand" | "recovered" | "rule" | "closed"
  at: string
  /** The admin user who did it. */
  by: string | null
  /** What moved the stock. */
  movementId: string | null
  /** What was left then. */
  available: string | null
}

/** What has happened to an alert, the first first. */
export function alertStory(alert: Alert): AlertHappening[] {
  const story: AlertHappening[] = [
    {
      what: alert.movement_id ? "opened" : "opened_by_rule",
      at: alert.opened_at,
      by: null,
      movementId: alert.movement_id,
      available: alert.available,
    },
  ]
  if (alert.acknowledged_at) {
    const { acknowledged_at: at, acknowledged_by: by } = alert
    story.push({ what: "acknowledged", at, by, movementId: null, available: null })
  }
  if (alert.resolved_at && alert.resolution === "by_hand") {
    const { resolved_at: at, resolved_by: by } = alert
    story.push({ what: "by_hand", at, by, movementId: null, available: null })
  }
  if (alert.low_until) {
    const how = alert.resolution === "by_hand" || !alert.resolution ? "recovered" : alert.resolution
    story.push({
      what: how,
      at: alert.low_until,
      by: null,
      movementId: alert.recovery_movement_id,
      available: alert.recovery_available,
    })
  }
  return story.sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
}
