const FIELDS =
  "threshold|actions|enabled|muted_until|lead_time_days|reorder_to|stop_selling|note|inventory_item_id|place|location_id|sales_channel_id"
/** A refusal begins with the field; of many rules, with the rule's place in the list before. */
const REFUSED = new RegExp(
  `^(?:(?:create|update|upsert)\\.\\d+\\.)?((?:${FIELDS})(?:\\.[^\\s.]+)*) (.+)$`,
  "s"
)

/** What a refused rule is about: a field by its path in the API, or the whole of it. */
export interface RefusedRule {
  path: string | null
  /** The message without the name of the field. */
  problem: string
}

/**
 * Finds the field of a rule that a refusal is about.
 *
 * @example
 * refusedRule("update.0.threshold must not be negative") // { path: "threshold", problem: "must not be negative" }
 */
export function refusedRule(message: string): RefusedRule {
  const [, path, problem] = message.match(REFUSED) ?? []
  return path ? { path, problem } : { path: null, problem: message }
}
