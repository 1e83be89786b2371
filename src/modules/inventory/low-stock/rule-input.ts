import { RULE_PLACES } from "../../../core/low-stock"
import { parseNonNegative } from "../../../core/quantity"
import { Refusal } from "../../../core/refusal"
import type { LowStockRule, LowStockRuleInput, LowStockRuleUpdate, RuleAction } from "./types"

/** A rule as it is to be written. */
export interface WrittenRule {
  /** Null for a new one. */
  id: string | null
  inventory_item_id: string | null
  place: string
  location_id: string | null
  sales_channel_id: string | null
  threshold: string
  actions: RuleAction[]
  enabled: boolean
  muted_until: string | null
  lead_time_days: number | null
  reorder_to: string | null
  stop_selling: boolean
  note: string | null
}

/** Refuses actions that cannot be run as they are. */
export type CheckActions = (actions: RuleAction[], field: string) => void

/**
 * Reads a new rule.
 *
 * @param at - goes before a field's name in a refusal, e.g. `create.3.`
 * @throws Refusal `invalid_data`
 */
export function readRule(input: LowStockRuleInput, at: string, check: CheckActions): WrittenRule {
  const { inventory_item_id, place, location_id, sales_channel_id } = input
  if (!RULE_PLACES.includes(place)) {
    throw Refusal.invalid(`${at}place`, `must be one of ${RULE_PLACES.join(", ")}`)
  }
  requireWith(place === "location", location_id, `${at}location_id`, "location")
  requireWith(place === "channel", sales_channel_id, `${at}sales_channel_id`, "channel")
  return {
    id: null,
    inventory_item_id: inventory_item_id ?? null,
    place,
    location_id: location_id ?? null,
    sales_channel_id: sales_channel_id ?? null,
    ...readSettings({ ...input, threshold: input.threshold }, at, check),
  }
}

/** Reads a change of a rule: what is left out stays as it is. */
export function readUpdate(
  before: LowStockRule,
  update: LowStockRuleUpdate,
  at: string,
  check: CheckActions
): WrittenRule {
  const { id, inventory_item_id, place, location_id, sales_channel_id } = before
  const given = Object.fromEntries(
    Object.entries(update).filter(([, value]) => value !== undefined)
  ) as LowStockRuleUpdate
  // Actions that are not named have been checked when they were.
  const recheck = given.actions ? check : () => {}
  return {
    ...{ id, inventory_item_id, place, location_id, sales_channel_id },
    ...readSettings({ ...before, ...given }, at, recheck),
  }
}

function readSettings(
  settings: Omit<LowStockRuleUpdate, "id">,
  at: string,
  check: CheckActions
): Omit<WrittenRule, "id" | "inventory_item_id" | "place" | "location_id" | "sales_channel_id"> {
  const actions = settings.actions ?? []
  const twice = actions.find(
    ({ identifier }, index) =>
      actions.findIndex((other) => other.identifier === identifier) !== index
  )
  if (twice) {
    throw Refusal.invalid(`${at}actions`, `must name "${twice.identifier}" only once`)
  }
  check(actions, `${at}actions`)
  const { lead_time_days: days = null, reorder_to } = settings
  if (days !== null && !(Number.isInteger(days) && days >= 0 && days <= 3_650)) {
    throw Refusal.invalid(`${at}lead_time_days`, "must be a whole number of days, up to 3650")
  }
  return {
    threshold: parseNonNegative(settings.threshold, `${at}threshold`).toFixed(),
    actions: actions.map(({ identifier, options }) => ({ identifier, options: options ?? {} })),
    enabled: settings.enabled ?? true,
    muted_until: readMoment(settings.muted_until, `${at}muted_until`),
    lead_time_days: days,
    reorder_to:
      reorder_to == null ? null : parseNonNegative(reorder_to, `${at}reorder_to`).toFixed(),
    stop_selling: settings.stop_selling ?? false,
    note: settings.note ?? null,
  }
}

/** @throws Refusal `invalid_data` for what is no date */
export function readMoment(value: string | Date | null | undefined, field: string): string | null {
  if (value == null) {
    return null
  }
  const moment = new Date(value)
  if (Number.isNaN(moment.getTime())) {
    throw Refusal.invalid(field, "must be a date")
  }
  return moment.toISOString()
}

function requireWith(
  wanted: boolean,
  value: string | null | undefined,
  field: string,
  place: string
): void {
  if (wanted !== Boolean(value)) {
    throw Refusal.invalid(field, `is for the place "${place}", which needs it`)
  }
}
