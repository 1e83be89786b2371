/** Where an alert stands: nobody has seen it, somebody has, or nothing more is needed. */
export const ALERT_STATUSES = ["open", "acknowledged", "resolved"] as const
export type AlertStatus = (typeof ALERT_STATUSES)[number]

export const RUN_STATUSES = ["pending", "running", "done", "failed", "skipped"] as const
/**
 * - `pending` waits for its turn, for its next attempt, or for the end of a mute
 * - `running` a server has it in hand
 * - `done` is never repeated
 * - `failed` has been tried often enough, and waits for a person
 * - `skipped` there was nothing to do: the stock had recovered, or the action takes nothing back
 */
export type RunStatus = (typeof RUN_STATUSES)[number]
