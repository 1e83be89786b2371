import { LocationFinder, type NamedLocation, type Delimiter } from "../../../core/import"
import { RULE_PLACES, type RulePlace } from "../../../core/low-stock"
import { Refusal } from "../../../core/refusal"
import type { Units } from "../../../core/units"
import type { Run } from "../posting/connection"
import { RULE_FIELDS } from "./read-rules"
import { type CheckActions, readRule } from "./rule-input"
import { conversions } from "../units"
import { ruleInBaseUnits } from "./rule-units"
import { parseRuleFile, readSettings, type RuleColumn, type RuleRow } from "./rule-rows"
import type { LowStockRule, LowStockRuleInput, LowStockRulesInput } from "./types"

/** A file of rules, and what it may name. */
export interface RuleFileInput {
  content: string
  locations: NamedLocation[]
  channels: NamedLocation[]
}

/** What is wrong with a row. */
export interface RuleRowError {
  line: number
  field: string
  message: string
}

/** What a file would change. */
export interface RuleFile {
  created: number
  updated: number
  deleted: number
  unchanged: number
  errors: RuleRowError[]
  changes: LowStockRulesInput
}

/**
 * Reads a file of rules. What a file has no column for stays as it is; a row without a threshold deletes
 * its rule.
 *
 * @throws Refusal `invalid_data` for what is no such file
 */
export async function readRuleFile(
  read: Run,
  { content, locations, channels }: RuleFileInput,
  check: CheckActions
): Promise<RuleFile> {
  const { rows, delimiter } = parseRuleFile(content)
  const items = await findItems(read, rows)
  const finders = {
    locations: new LocationFinder(locations),
    channels: new LocationFinder(channels),
  }
  const file: RuleFile = {
    ...{ created: 0, updated: 0, deleted: 0, unchanged: 0 },
    errors: [],
    changes: { upsert: [], delete: [] },
  }
  const known = await findRules(read, [...items.byId])
  const unitsOf = await conversions(read, [...items.byId])
  const seen = new Set<string>()
  for (const row of rows) {
    try {
      const watched = readWatched(row, items, finders)
      const key = keyOf(watched)
      if (seen.has(key)) {
        throw Refusal.invalid("place", "has been named for this item in an earlier row")
      }
      seen.add(key)
      const units = watched.inventory_item_id ? unitsOf(watched.inventory_item_id) : null
      take(file, row, watched, known.get(key), { delimiter, check, units })
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error
      }
      const field = String(error.details.field ?? "row")
      file.errors.push({ line: row.line, field, message: error.message })
    }
  }
  return file
}

type Watched = Pick<
  LowStockRuleInput,
  "inventory_item_id" | "place" | "location_id" | "sales_channel_id"
>

function take(
  file: RuleFile,
  row: RuleRow,
  watched: Watched,
  before: LowStockRule | undefined,
  { delimiter, check, units }: { delimiter: Delimiter; check: CheckActions; units: Units | null }
): void {
  if (!row.cell("threshold")) {
    if (!before) {
      throw Refusal.invalid("threshold", "is empty, and there is no such rule to be deleted")
    }
    if (before.source === "options") {
      throw Refusal.invalid("threshold", "is empty, but the store's default is in medusa-config.ts")
    }
    file.deleted++
    file.changes.delete?.push(before.id)
    return
  }
  const wanted: LowStockRuleInput = {
    ...(before && settingsOf(before)),
    ...watched,
    ...ruleInBaseUnits(readSettings(row, delimiter), watched.inventory_item_id, "", units),
  }
  const written = readRule(wanted, "", check)
  const same =
    before &&
    JSON.stringify(comparable(written)) === JSON.stringify(comparable(readRule(before, "", check)))
  if (same) {
    file.unchanged++
    return
  }
  file[before ? "updated" : "created"]++
  file.changes.upsert?.push(wanted)
}

function comparable(rule: ReturnType<typeof readRule>): unknown {
  return { ...rule, id: null, muted_until: null }
}

function settingsOf(rule: LowStockRule): Partial<LowStockRuleInput> {
  const { actions, enabled, muted_until, lead_time_days, reorder_to, stop_selling, note } = rule
  return { actions, enabled, muted_until, lead_time_days, reorder_to, stop_selling, note }
}

function readWatched(
  row: RuleRow,
  items: FoundItems,
  finders: { locations: LocationFinder; channels: LocationFinder }
): Watched {
  const place = (row.cell("place") || "together") as RulePlace
  if (!RULE_PLACES.includes(place)) {
    throw Refusal.invalid("place", `must be one of ${RULE_PLACES.join(", ")}`)
  }
  const named = (finder: LocationFinder, name: RuleColumn, id: RuleColumn) => {
    const found = finder.find({ location: row.cell(name), locationId: row.cell(id) })
    if ("code" in found) {
      const field = row.cell(id) ? id : name
      throw Refusal.invalid(
        field,
        `"${row.cell(field)}" is not known, or more than one is called so`
      )
    }
    return found.id
  }
  return {
    inventory_item_id: itemOf(row, items),
    place,
    location_id: place === "location" ? named(finders.locations, "location", "location_id") : null,
    sales_channel_id:
      place === "channel" ? named(finders.channels, "channel", "sales_channel_id") : null,
  }
}

function itemOf(row: RuleRow, { byId, bySku }: FoundItems): string | null {
  const id = row.cell("inventory_item_id")
  const sku = row.cell("sku")
  if (id && !byId.has(id)) {
    throw Refusal.invalid("inventory_item_id", `${id} was not found`)
  }
  if (sku && !bySku.has(sku)) {
    throw Refusal.invalid("sku", `${sku} was not found`)
  }
  if (id && sku && bySku.get(sku) !== id) {
    throw Refusal.invalid("sku", `${sku} is not the SKU of item ${id}`)
  }
  return id || (sku ? (bySku.get(sku) as string) : null)
}

interface FoundItems {
  byId: Set<string>
  bySku: Map<string, string>
}

async function findItems(read: Run, rows: RuleRow[]): Promise<FoundItems> {
  const found = await read<{ id: string; sku: string | null }>(
    {
      name: "",
      text: `select id, sku from inventory_item
        where deleted_at is null and (id = any($1::text[]) or sku = any($2::text[]))`,
    },
    [rows.map((row) => row.cell("inventory_item_id")), rows.map((row) => row.cell("sku"))]
  )
  return {
    byId: new Set(found.map(({ id }) => id)),
    bySku: new Map(found.flatMap(({ id, sku }) => (sku === null ? [] : [[sku, id]]))),
  }
}

function keyOf({ inventory_item_id, place, location_id, sales_channel_id }: Watched): string {
  return [inventory_item_id, place, location_id, sales_channel_id].join("\u0000")
}

async function findRules(read: Run, itemIds: string[]): Promise<Map<string, LowStockRule>> {
  const rules = await read<LowStockRule>(
    {
      name: "",
      text: `select ${RULE_FIELDS} from inventory_low_stock_rule r
        where r.item_key = any($1::text[]) and r.deleted_at is null`,
    },
    [["", ...itemIds]]
  )
  return new Map(rules.map((rule) => [keyOf(rule), rule]))
}
