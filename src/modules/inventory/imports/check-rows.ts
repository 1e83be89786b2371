import {
  figuresOf,
  judgeRow,
  type LocationFinder,
  type ReadRow,
  readRow,
  rowInBaseUnits,
  type RowError,
  type RowUnit,
  unitOfRow,
  type Verdict,
} from "../../../core/import"
import { emptyLevel, type Level, type LevelKey, levelName } from "../../../core/level"
import { fromRecords, type UnitRecord } from "../../../core/units"
import { textArray } from "../posting/columns"
import type { Run } from "../posting/connection"
import { LEVEL_FIELDS } from "../posting/sql"
import { type LevelRow, toLevel } from "../posting/store"
import { unitsOfItem } from "../posting/unit-sql"
import type { FileHeader, FileRow } from "./read-file"

/** A row with what was found out about it. */
export interface CheckedRow {
  line: number
  cells: string[]
  kind: Verdict["kind"]
  sku: string | null
  location: string | null
  itemId: string | null
  locationId: string | null
  opens: boolean
  before: Record<string, string> | null
  after: Record<string, string> | null
  /** With what the row's figures were in; null where the item has no units. */
  changes: { figure: string; quantity: string; expected: string; unit: RowUnit | null }[] | null
  error: RowError | null
}

interface Item {
  id: string
  sku: string | null
  units: UnitRecord[] | null
}

/** A row with the item and location that it means. */
interface Found {
  row: FileRow
  read: ReadRow
  item: Item | null
  location: { id: string; name: string } | null
  error: RowError | null
}

/** Checks the rows of one file, portion by portion: each against the stock as it is at that moment. */
export class RowChecker {
  /** The line in which each level was first. */
  private readonly lines = new Map<string, number>()

  constructor(
    private readonly run: Run,
    private readonly header: FileHeader,
    private readonly locations: LocationFinder
  ) {}

  /** Two queries, however many rows. */
  async check(rows: FileRow[]): Promise<CheckedRow[]> {
    const shape = { ...this.header, width: this.header.cells.length }
    const read = rows.map((row) => ({ row, read: readRow(row.cells, shape) }))
    const items = await this.findItems(read.map((one) => one.read))
    const found = read.map((one) => this.find(one, items))
    const levels = await this.findLevels(
      found.flatMap(({ item, location, error }) =>
        item && location && !error ? [{ itemId: item.id, locationId: location.id }] : []
      )
    )
    return found.map((one) => judge(one, levels))
  }

  private async findItems(rows: ReadRow[]): Promise<Map<string, Item>> {
    const ids = rows.flatMap(({ itemId }) => itemId || [])
    const skus = rows.flatMap(({ itemId, sku }) => (itemId ? [] : sku || []))
    const items = await this.run<Item>(ITEMS, [textArray(ids), textArray(skus)])
    return new Map(
      items.flatMap((item) => [
        [`id ${item.id}`, item] as const,
        ...(item.sku ? [[`sku ${item.sku}`, item] as const] : []),
      ])
    )
  }

  private find({ row, read }: Pick<Found, "row" | "read">, items: Map<string, Item>): Found {
    const found: Found = { row, read, item: null, location: null, error: read.error }
    if (read.error) {
      return found
    }
    const { itemId: id, sku } = read
    const item = items.get(id ? `id ${id}` : `sku ${sku}`)
    const location = this.locations.find(read)
    if (item) {
      found.item = item
    }
    if ("id" in location) {
      found.location = location
    }
    if (!item) {
      found.error = id
        ? { code: "unknown_item", params: { id } }
        : { code: "unknown_sku", params: { sku } }
    } else if (id && sku && sku !== item.sku?.trim()) {
      found.error = { code: "item_mismatch", params: { id, sku, actual: item.sku ?? "" } }
    } else if ("code" in location) {
      found.error = location
    } else {
      const name = levelName({ itemId: item.id, locationId: location.id })
      const line = this.lines.get(name)
      if (line === undefined) {
        this.lines.set(name, row.line)
      } else {
        found.error = { code: "duplicate", params: { line: String(line) } }
      }
    }
    return found
  }

  private async findLevels(keys: LevelKey[]): Promise<Map<string, Level>> {
    const rows = await this.run<LevelRow>(LEVELS, [
      textArray(keys.map(({ itemId }) => itemId)),
      textArray(keys.map(({ locationId }) => locationId)),
    ])
    return new Map(
      rows.map((row) => {
        const level = toLevel(row)
        return [levelName(level), level]
      })
    )
  }
}

function judge(
  { row, read, item, location, error }: Found,
  levels: Map<string, Level>
): CheckedRow {
  const checked: CheckedRow = {
    ...row,
    kind: "error",
    sku: item?.sku ?? (read.sku || null),
    location: location?.name ?? (read.location || read.locationId || null),
    itemId: item?.id ?? null,
    locationId: location?.id ?? null,
    opens: false,
    before: null,
    after: null,
    changes: null,
    error,
  }
  if (error || !item || !location) {
    return checked
  }
  const key = { itemId: item.id, locationId: location.id }
  const level = levels.get(levelName(key)) ?? emptyLevel(key)
  const units = fromRecords(item.units)
  const said = rowInBaseUnits(read, units)
  const verdict: Verdict =
    "code" in said
      ? { kind: "error", error: said }
      : judgeRow(level, said.wishes, said.committed, units)
  const proposed = verdict.kind === "error" ? verdict.allowed : verdict
  checked.kind = verdict.kind
  checked.before = level.levelId ? figuresOf(level) : null
  checked.opens = verdict.kind !== "unchanged" && !level.levelId
  if (verdict.kind === "error") {
    checked.error = verdict.error
  }
  if (proposed && "changes" in proposed) {
    checked.after = figuresOf(proposed.after)
    checked.changes = proposed.changes.map(({ figure, quantity, expected }) => ({
      figure,
      quantity: quantity.toFixed(),
      expected: expected.toFixed(),
      unit: unitOfRow(read.unit, units),
    }))
  }
  return checked
}

/** $1: ids, $2: SKUs. */
const ITEMS = {
  name: "stockroom_import_items",
  text: `
    select i.id, i.sku, ${unitsOfItem("i.id")} as units from (
      select id, sku from inventory_item where id = any($1::text[]) and deleted_at is null
      union
      select id, sku from inventory_item where sku = any($2::text[]) and deleted_at is null
    ) i`,
}

/** $1, $2: item and location ids, pairwise. Not locked: applying compares again. */
const LEVELS = {
  name: "stockroom_import_levels",
  text: `
    select ${LEVEL_FIELDS}
    from unnest($1::text[], $2::text[]) as k (inventory_item_id, location_id)
    join inventory_level_state s
      on s.inventory_item_id = k.inventory_item_id and s.location_id = k.location_id`,
}
