import { CsvError } from "csv-parse"
import { parse } from "csv-parse/sync"

import {
  cellText,
  type Delimiter,
  delimiterOf,
  LocationFinder,
  type NamedLocation,
  readFigure,
} from "../../../core/import"
import { RULE_PLACES, type RulePlace } from "../../../core/low-stock"
import { Refusal } from "../../../core/refusal"
import type { Run } from "../posting/connection"
import { RULE_FIELDS } from "./read-rules"
import { type CheckActions, readRule } from "./rule-input"
import type { LowStockRule, LowStockRuleInput, LowStockRulesInput, RuleAction } from "./types"

/** The columns of a file of rules, in the order of the export. */
export const RULE_COLUMNS = [
  "sku",
  "inventory_item_id",
  "place",
  "location",
  "location_id",
  "channel",
  "sales_channel_id",
  "threshold",
  "actions",
  "enabled",
  "lead_time_days",
  "reorder_to",
  "note",
] as const
type RuleColumn = (typeof RULE_COLUMNS)[number]

const MAX_ROWS = 10_000

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

interface Row {
  line: number
  cell: (column: RuleColumn) => string
  has: (column: RuleColumn) => boolean
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
  const { rows, delimiter } = parseFile(content)
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
  const seen = new Set<string>()
  for (const row of rows) {
    try {
      const watched = readWatched(row, items, finders)
      const key = keyOf(watched)
      if (seen.has(key)) {
        throw Refusal.invalid("place", "has been named for this item in an earlier row")
      }
      seen.add(key)
      take(file, row, watched, known.get(key), { delimiter, check })
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
  row: Row,
  watched: Watched,
  before: LowStockRule | undefined,
  { delimiter, check }: { delimiter: Delimiter; check: CheckActions }
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
    ...readSettings(row, delimiter),
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
  const { actions, enabled, muted_until, lead_time_days, reorder_to, note } = rule
  return { actions, enabled, muted_until, lead_time_days, reorder_to, note }
}

function readSettings(
  row: Row,
  delimiter: Delimiter
): Pick<LowStockRuleInput, "threshold"> & Partial<LowStockRuleInput> {
  const figure = (column: RuleColumn) => {
    const text = row.cell(column)
    const value = text ? readFigure(text, delimiter) : null
    if (text && !value) {
      throw Refusal.invalid(column, `must be a decimal number, not "${text.slice(0, 40)}"`)
    }
    return value?.toFixed() ?? null
  }
  const days = figure("lead_time_days")
  return {
    threshold: figure("threshold") as string,
    ...(row.has("actions") && { actions: readActions(row.cell("actions")) }),
    ...(row.has("enabled") && { enabled: readFlag(row.cell("enabled")) }),
    ...(row.has("lead_time_days") && { lead_time_days: days === null ? null : Number(days) }),
    ...(row.has("reorder_to") && { reorder_to: figure("reorder_to") }),
    ...(row.has("note") && { note: row.cell("note") || null }),
  }
}

/** Identifiers with commas between, or the actions with their options as JSON. */
function readActions(text: string): RuleAction[] {
  if (!text.startsWith("[")) {
    return text
      .split(/[,;\s]+/)
      .filter(Boolean)
      .map((identifier) => ({ identifier }))
  }
  try {
    const actions = JSON.parse(text) as RuleAction[]
    if (actions.every((action) => typeof action?.identifier === "string")) {
      return actions
    }
  } catch {
    // What is no JSON is told like what is another.
  }
  throw Refusal.invalid("actions", "must be names, or a JSON list of identifier and options")
}

function readFlag(text: string): boolean {
  if (["", "true", "yes", "on", "1"].includes(text.toLowerCase())) {
    return true
  }
  if (["false", "no", "off", "0"].includes(text.toLowerCase())) {
    return false
  }
  throw Refusal.invalid("enabled", `must be true or false, not "${text.slice(0, 40)}"`)
}

function readWatched(
  row: Row,
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

function itemOf(row: Row, { byId, bySku }: FoundItems): string | null {
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

function parseFile(content: string): { rows: Row[]; delimiter: Delimiter } {
  const text = content.replace(/^\uFEFF/, "")
  const delimiter = delimiterOf(text)
  const [header, ...records] = recordsOf(text, delimiter)
  const columns = (header?.record ?? []).map((name) => cellText(name).toLowerCase())
  if (!columns.includes("threshold")) {
    throw Refusal.invalid("content", "needs a header with at least the column threshold")
  }
  if (records.length > MAX_ROWS) {
    throw Refusal.invalid("content", `has more than ${MAX_ROWS} rows; import it in several files`)
  }
  const has = (column: RuleColumn) => columns.includes(column)
  return {
    delimiter,
    rows: records.map(({ record, info }) => ({
      line: info.lines,
      has,
      cell: (column) => (has(column) ? cellText(record[columns.indexOf(column)]) : ""),
    })),
  }
}

function recordsOf(
  text: string,
  delimiter: Delimiter
): { record: string[]; info: { lines: number } }[] {
  try {
    return parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
  } catch (error) {
    throw error instanceof CsvError
      ? Refusal.invalid("content", `cannot be read: ${error.message}`)
      : error
  }
}

interface FoundItems {
  byId: Set<string>
  bySku: Map<string, string>
}

async function findItems(read: Run, rows: Row[]): Promise<FoundItems> {
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
