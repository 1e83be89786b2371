import type { LowStockRulesResponse } from "../../api/types/low-stock"
import type { RulePlace } from "../../core/low-stock"
import { exact } from "../../core/quantity"
import {
  type OptionProblem,
  type OptionField,
  optionFields,
  type OptionValues,
  optionValues,
  readOptionValues,
} from "./action-options"
import type { Sent } from "./low-stock"
import type { LowStockAction } from "./low-stock-actions"
import { readQuantity } from "./quantity-text"
import { inBase, type ItemUnits, type OffSteps, offSteps, typedIn, unitOf } from "./units"

/** A rule, as the API answers it. */
export type LowStockRule = Sent<LowStockRulesResponse["rules"][number]>

/** What a new rule begins with. */
export interface RulePreset {
  /** Null: every item without a rule of its own. */
  inventory_item_id?: string | null
  place?: RulePlace
  location_id?: string | null
  sales_channel_id?: string | null
}

/** An action of a rule, as its options are being typed. */
export interface ActionDraft {
  identifier: string
  values: OptionValues
  /** What the action's schema has no field for. */
  rest: Record<string, unknown>
}

/** A rule as it is being typed. */
export interface RuleDraft {
  /** Null: every item without a rule of its own. Undefined: none is chosen yet. */
  itemId: string | null | undefined
  place: RulePlace
  locationId: string | null
  channelId: string | null
  threshold: string
  /** Whether nothing is sold below the threshold. */
  stopSelling: boolean
  /** The key of the unit that it is typed in; the one that the item is shown in where none is chosen. */
  thresholdUnit?: string
  reorderTo: string
  reorderUnit?: string
  leadTime: string
  actions: ActionDraft[]
  enabled: boolean
  mutedUntil: Date | null
  note: string
}

/** What stands against a field of a rule, by the field's path in the API: `actions.0.options.to`. */
export type RuleProblems = Record<string, RuleProblem>
export type RuleProblem =
  | OptionProblem
  | "no_item"
  | "no_location"
  | "no_channel"
  | "no_threshold"
  | "below_zero"
  | "no_days"
  | { says: "off_steps"; steps: OffSteps }

const MOST_DAYS = 3_650

/** A rule that is new. */
export function newRuleDraft(preset: RulePreset, place: RulePlace): RuleDraft {
  return {
    itemId: preset.inventory_item_id,
    place: preset.place ?? place,
    locationId: preset.location_id ?? null,
    channelId: preset.sales_channel_id ?? null,
    ...{ threshold: "", stopSelling: false, reorderTo: "", leadTime: "" },
    ...{ actions: [], enabled: true, mutedUntil: null, note: "" },
  }
}

/** How the quantities of a rule's item are typed. */
export interface RuleMeasures {
  /** Of the language. */
  locale: string
  /** None of a rule of every item: that is in the base units of each. */
  units?: ItemUnits
  /** The key of the unit in which the item is shown. */
  shown?: string
}

export function draftOfRule(
  rule: LowStockRule,
  actions: LowStockAction[],
  { locale, units, shown }: RuleMeasures,
  now: Date
): RuleDraft {
  const typed = (quantity: string) => {
    const { text, unit } = typedIn(quantity, units, shown, locale)
    return { text, unit: unit ?? undefined }
  }
  const threshold = typed(rule.threshold)
  const reorderTo = rule.reorder_to === null ? { text: "" } : typed(rule.reorder_to)
  const until = rule.muted_until === null ? null : new Date(rule.muted_until)
  return {
    itemId: rule.inventory_item_id,
    place: rule.place,
    locationId: rule.location_id,
    channelId: rule.sales_channel_id,
    threshold: threshold.text,
    thresholdUnit: threshold.unit,
    stopSelling: rule.stop_selling,
    reorderTo: reorderTo.text,
    ...("unit" in reorderTo && { reorderUnit: reorderTo.unit }),
    leadTime: rule.lead_time_days === null ? "" : String(rule.lead_time_days),
    actions: rule.actions.map(({ identifier, options }) => {
      const fields = fieldsOf(identifier, actions)
      return {
        identifier,
        values: optionValues(fields, options ?? {}, locale),
        rest: restOf(fields, options ?? {}),
      }
    }),
    enabled: rule.enabled,
    mutedUntil: until && until > now ? until : null,
    note: rule.note ?? "",
  }
}

/** The fields of an action's options. One that the store has no more takes whatever it took. */
export function fieldsOf(identifier: string, actions: LowStockAction[]): OptionField[] {
  return optionFields(actions.find((one) => one.identifier === identifier)?.options_schema ?? {})
}

function restOf(fields: OptionField[], options: Record<string, unknown>): Record<string, unknown> {
  const covered = new Set(fields.map(({ name }) => name))
  return covered.has("")
    ? {}
    : Object.fromEntries(Object.entries(options).filter(([name]) => !covered.has(name)))
}

/**
 * What a rule says besides what it watches, read from what was typed, in base units; complete only without
 * problems.
 *
 * @param rule - the one that is changed: quantities that it has already can be older than the item's units
 */
export function readRuleSettings(
  draft: RuleDraft,
  actions: LowStockAction[],
  { locale, units, shown }: RuleMeasures,
  rule?: LowStockRule
) {
  const problems: RuleProblems = {}
  const quantity = (
    path: "threshold" | "reorder_to",
    [text, key]: [string, string | undefined],
    ifEmpty?: RuleProblem
  ): string | null => {
    if (!text.trim()) {
      if (ifEmpty) problems[path] = ifEmpty
      return null
    }
    const read = readQuantity(text, locale)
    const unit = unitOf(units, key ?? shown)
    const isAsBefore = read && rule?.[path] != null && inBase(read, unit).isEqualTo(rule[path])
    const steps = read && !isAsBefore ? offSteps(read, unit) : null
    if (!read) problems[path] = "no_number"
    else if (read.isLessThan(0)) problems[path] = "below_zero"
    else if (steps) problems[path] = { says: "off_steps", steps }
    return read && inBase(read, unit).toFixed()
  }
  const days = draft.leadTime.trim()
  if (days && !(/^\d+$/.test(days) && Number(days) <= MOST_DAYS)) {
    problems.lead_time_days = "no_days"
  }
  const settings = {
    threshold: quantity("threshold", [draft.threshold, draft.thresholdUnit], "no_threshold") ?? "",
    stop_selling: draft.stopSelling,
    reorder_to: quantity("reorder_to", [draft.reorderTo, draft.reorderUnit]),
    lead_time_days: days ? Number(days) : null,
    actions: draft.actions.map(({ identifier, values, rest }, index) => {
      const read = readOptionValues(fieldsOf(identifier, actions), values, locale)
      for (const [name, problem] of Object.entries(read.problems)) {
        problems[optionPath(index, name)] = problem
      }
      return { identifier, options: { ...rest, ...read.options } }
    }),
    enabled: draft.enabled,
    muted_until: draft.mutedUntil?.toISOString() ?? null,
    note: draft.note.trim() || null,
  }
  return { settings, problems }
}

/**
 * What is to be changed of a rule. Quantities and actions that are as they were stay out of it: the store would
 * refuse a quantity that is older than the item's units, and an action that it has no more, also where nobody has
 * touched them.
 */
export function changedSettings(
  { threshold, reorder_to, actions, ...others }: RuleSettings,
  rule: LowStockRule
): Partial<RuleSettings> {
  return {
    ...others,
    ...(!sameQuantity(threshold, rule.threshold) && { threshold }),
    ...(!sameQuantity(reorder_to, rule.reorder_to) && { reorder_to }),
    ...(!sameActions(rule.actions, actions) && { actions }),
  }
}

type RuleSettings = ReturnType<typeof readRuleSettings>["settings"]

function sameQuantity(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : exact(one).isEqualTo(other)
}

/** What a rule watches, read from what was chosen. */
export function readWatched({ itemId, place, locationId, channelId }: RuleDraft) {
  const problems: RuleProblems = {}
  if (itemId === undefined) problems.inventory_item_id = "no_item"
  if (place === "location" && !locationId) problems.location_id = "no_location"
  if (place === "channel" && !channelId) problems.sales_channel_id = "no_channel"
  const watched = {
    inventory_item_id: itemId ?? null,
    place,
    location_id: place === "location" ? locationId : null,
    sales_channel_id: place === "channel" ? channelId : null,
  }
  return { watched, problems }
}

/** Where the API tells of an option of an action. */
export function optionPath(index: number, name: string): string {
  return ["actions", index, "options", ...(name ? [name] : [])].join(".")
}

/** Whether two lists of actions come to the same. */
function sameActions(some: LowStockRule["actions"], others: LowStockRule["actions"]): boolean {
  const text = (actions: LowStockRule["actions"]) =>
    JSON.stringify(
      actions.map(({ identifier, options }) => [
        identifier,
        Object.entries(options ?? {}).sort(([one], [other]) => (one < other ? -1 : 1)),
      ])
    )
  return text(some) === text(others)
}
