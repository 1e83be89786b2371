import { CsvError } from "csv-parse"
import { parse } from "csv-parse/sync"

import { cellText, type Delimiter, delimiterOf, readFigure } from "../../../core/import"
import { Refusal } from "../../../core/refusal"
import type { LowStockRuleInput, RuleAction } from "./types"

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
  "stop_selling",
  "note",
] as const
/** What a row may have: of an import, the key of the unit in which its quantities are. */
export type RuleColumn = (typeof RULE_COLUMNS)[number] | "unit"

const MAX_ROWS = 10_000

/** A row as it stands in the file; a column that the file does not have is empty. */
export interface RuleRow {
  line: number
  cell: (column: RuleColumn) => string
  has: (column: RuleColumn) => boolean
}

/**
 * The rows of a file of comma-, semicolon- or tab-separated cells.
 *
 * @throws Refusal `invalid_data` for what is not such a file
 */
export function parseRuleFile(content: string): { rows: RuleRow[]; delimiter: Delimiter } {
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

/** What a row says of a rule besides what it watches; what the file has no column for is left out. */
export function readSettings(
  row: RuleRow,
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
    unit: row.cell("unit") || null,
    ...(row.has("actions") && { actions: readActions(row.cell("actions")) }),
    ...(row.has("enabled") && { enabled: readFlag(row, "enabled", true) }),
    ...(row.has("lead_time_days") && { lead_time_days: days === null ? null : Number(days) }),
    ...(row.has("reorder_to") && { reorder_to: figure("reorder_to") }),
    ...(row.has("stop_selling") && { stop_selling: readFlag(row, "stop_selling", false) }),
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

function readFlag(row: RuleRow, column: RuleColumn, ifEmpty: boolean): boolean {
  const text = row.cell(column)
  if (!text) {
    return ifEmpty
  }
  if (["true", "yes", "on", "1"].includes(text.toLowerCase())) {
    return true
  }
  if (["false", "no", "off", "0"].includes(text.toLowerCase())) {
    return false
  }
  throw Refusal.invalid(column, `must be true or false, not "${text.slice(0, 40)}"`)
}
