import { refuseWithout, type Rights } from "../../../core/grants"
import { Refusal } from "../../../core/refusal"
import { newId } from "../ids"
import type { Run } from "../posting/connection"
import { conversions } from "../units"
import { type CheckActions, readRule, readUpdate, type WrittenRule } from "./rule-input"
import {
  BY_IDS,
  DELETE,
  DROP_OPTIONS,
  FIND_PLACED,
  INSERT,
  LOCK,
  REMUTE,
  REVIVE,
  SET_OPTIONS,
  UNKNOWN,
  UPDATE,
  UPSERT,
} from "./rule-sql"
import { ruleInBaseUnits } from "./rule-units"
import type {
  LowStockRule,
  LowStockRuleInput,
  LowStockRulesChanged,
  LowStockRulesInput,
} from "./types"

/** What a change of rules has done, and how they were before. */
export interface RulesSet extends LowStockRulesChanged {
  /** Of the updated and deleted ones. */
  before: LowStockRule[]
}

/** Beyond so many rules at once, Postgres is told to look at the table again. */
const MANY = 500

/**
 * Makes, replaces, changes and deletes rules, in the caller's transaction. The stock has still to be compared
 * with them.
 *
 * @param rights - of whoever asks: a rule of one location needs them there, any other everywhere
 * @throws Refusal `invalid_data` with the field, `not_found` with the id, `conflict` where an item has a rule
 *   for the place already, `not_allowed` for deleting what medusa-config.ts says
 */
export async function setRules(
  run: Run,
  input: LowStockRulesInput,
  check: CheckActions,
  rights: Rights | null
): Promise<RulesSet> {
  const { create = [], upsert = [], update = [], delete: gone = [] } = input
  const prefix = (name: string, list: unknown[], index: number) =>
    list.length > 1 || name !== "create" ? `${name}.${index}.` : ""
  const unitsOf = await conversions(run, itemsOf([...create, ...upsert]))
  const read = (rule: LowStockRuleInput, at: string) => {
    const { inventory_item_id: itemId } = rule
    const units = itemId ? unitsOf(itemId) : null
    return readRule(ruleInBaseUnits(rule, itemId, at, units), at, check)
  }
  const made = create.map((rule, i) => read(rule, prefix("create", create, i)))
  const placed = upsert.map((rule, i) => read(rule, prefix("upsert", upsert, i)))
  const allow = (rules: { location_id: string | null }[]) =>
    rights && rules.forEach((rule) => refuseWithout(rights, rule.location_id))
  allow([...made, ...placed])
  refuseTwice([...made, ...placed])
  await requireKnown(run, [...made, ...placed])

  const before = await lockRules(run, [...update.map(({ id }) => id), ...gone])
  allow(before)
  const byId = new Map(before.map((rule) => [rule.id, rule]))
  const unitsNow = await conversions(run, itemsOf(before))
  const changed = update.map((one, i) => {
    const rule = byId.get(one.id) as LowStockRule
    const { inventory_item_id: itemId } = rule
    const at = prefix("update", update, i)
    const units = itemId ? unitsNow(itemId) : null
    return readUpdate(rule, ruleInBaseUnits(one, itemId, at, units), at, check)
  })
  const ofOptions = gone.find((id) => byId.get(id)?.source === "options")
  if (ofOptions) {
    throw Refusal.notAllowed(
      `Rule ${ofOptions} is the store's default in medusa-config.ts: change it or switch it off instead`,
      { rule_id: ofOptions }
    )
  }
  await run(DELETE, [gone])
  const replaced = placed.length
    ? await run<LowStockRule>(FIND_PLACED, [JSON.stringify(placed)])
    : []
  await run(UPDATE, [JSON.stringify(changed)])
  const created = await insert(run, INSERT, made)
  if (created.length < made.length) {
    await refuseTaken(run, made)
  }
  const upserted = await insert(run, UPSERT, placed)
  if (create.length + upsert.length > MANY) {
    await run({ name: "", text: "analyze inventory_low_stock_rule" })
  }
  const replacedIds = new Set(replaced.map(({ id }) => id))
  const updatedIds = [...changed.map(({ id }) => id as string), ...replacedIds]
  const updated = updatedIds.length ? await run<LowStockRule>(BY_IDS, [updatedIds]) : []
  const wasMuted = new Map([...before, ...replaced].map((rule) => [rule.id, mutedUntil(rule)]))
  const remuted = updated.filter((rule) => wasMuted.get(rule.id) !== mutedUntil(rule))
  await letWait(run, remuted)
  return {
    before: [...before, ...replaced],
    created: [...created, ...upserted.filter(({ id }) => !replacedIds.has(id))],
    updated,
    deleted: gone,
  }
}

/** Puts rules back to what they were, for a workflow that fails later. */
export async function putBackRules(run: Run, { before, created }: RulesSet): Promise<void> {
  await run(DELETE, [created.map(({ id }) => id)])
  await run(REVIVE, [JSON.stringify(before)])
  await letWait(run, before)
}

/** Actions that have not begun wait as long as these rules say now. */
async function letWait(run: Run, rules: LowStockRule[]): Promise<void> {
  if (rules.length) {
    await run(REMUTE, [rules.map(({ id }) => id)])
  }
}

/** In milliseconds; null where it is not muted. */
function mutedUntil({ muted_until }: LowStockRule): number | null {
  return muted_until && muted_until.getTime()
}

/**
 * The store's default as the options have it: written, or taken away, unless a person has changed it.
 *
 * @param rule - null when the options name none
 */
export async function setDefaultOfOptions(run: Run, rule: WrittenRule | null): Promise<void> {
  await run(DROP_OPTIONS, [rule?.place ?? null])
  if (rule) {
    await run(SET_OPTIONS, [JSON.stringify([{ ...rule, id: newId("ilrule") }])])
  }
}

function itemsOf(rules: { inventory_item_id?: string | null }[]): string[] {
  return rules.flatMap(({ inventory_item_id }) => inventory_item_id ?? [])
}

async function insert(
  run: Run,
  statement: { name: string; text: string },
  rules: WrittenRule[]
): Promise<LowStockRule[]> {
  if (!rules.length) {
    return []
  }
  const withIds = rules.map((rule) => ({ ...rule, id: newId("ilrule") }))
  return await run<LowStockRule>(statement, [JSON.stringify(withIds)])
}

async function lockRules(run: Run, ids: string[]): Promise<LowStockRule[]> {
  if (!ids.length) {
    return []
  }
  if (new Set(ids).size < ids.length) {
    throw Refusal.invalid("id", "may be named once")
  }
  const rules = await run<LowStockRule>(LOCK, [ids])
  const found = new Set(rules.map(({ id }) => id))
  const missing = ids.find((id) => !found.has(id))
  if (missing) {
    throw Refusal.notFound(`Low-stock rule ${missing} was not found`, { rule_id: missing })
  }
  return rules
}

function poolOf(rule: WrittenRule): string {
  const { inventory_item_id, place, location_id, sales_channel_id } = rule
  return [inventory_item_id, place, location_id, sales_channel_id].join("\u0000")
}

function refuseTwice(rules: WrittenRule[]): void {
  const seen = new Set<string>()
  for (const rule of rules) {
    if (seen.has(poolOf(rule))) {
      throw Refusal.invalid(
        "inventory_item_id",
        `${rule.inventory_item_id ?? "of every item"} has two rules for the same place`
      )
    }
    seen.add(poolOf(rule))
  }
}

async function requireKnown(run: Run, rules: WrittenRule[]): Promise<void> {
  const items = [...new Set(itemsOf(rules))]
  const locations = [...new Set(rules.flatMap((rule) => rule.location_id ?? []))]
  const [unknown] = await run<{ what: string; id: string }>(UNKNOWN, [items, locations])
  if (unknown) {
    throw unknown.what === "item"
      ? Refusal.notFound(`Inventory item ${unknown.id} was not found`, {
          inventory_item_id: unknown.id,
        })
      : Refusal.notFound(`Stock location ${unknown.id} was not found`, { location_id: unknown.id })
  }
}

async function refuseTaken(run: Run, rules: WrittenRule[]): Promise<never> {
  const made = JSON.stringify(rules)
  const [taken] = await run<LowStockRule>(FIND_PLACED, [made])
  throw Refusal.conflict(
    `${taken.inventory_item_id ? `Item ${taken.inventory_item_id}` : "The store's default"} has a rule for this place already: ${taken.id}`,
    { rule_id: taken.id, current: taken.threshold }
  )
}
