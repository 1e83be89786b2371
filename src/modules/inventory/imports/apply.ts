import type { Figure, RowUnit } from "../../../core/import"
import { exact } from "../../../core/quantity"
import { Refusal } from "../../../core/refusal"
import type { Run } from "../posting/connection"
import type { PlannedRow } from "../translate/import"
import type { ApplyImportInput, ImportRecord } from "./types"

/** Rows that are read at once; between them progress is told. */
const ROWS_AT_ONCE = 5_000

interface StoredRow {
  line: number
  sku: string | null
  inventory_item_id: string
  location_id: string
  opens: boolean
  /** Those of files that were checked by an earlier version have no unit. */
  changes: { figure: Figure; quantity: string; expected: string; unit?: RowUnit | null }[]
}

/** How many rows an import would change. */
export function rowsToApply(record: ImportRecord, input: ApplyImportInput): number {
  return record.changes + (input.allow_negative ? record.below_zero : 0)
}

/**
 * Refuses an import that has errors which nobody has said to leave out, or nothing to change.
 *
 * @throws Refusal `not_allowed`
 */
export function refuseUnready(record: ImportRecord, input: ApplyImportInput): void {
  const errors = record.errors - (input.allow_negative ? record.below_zero : 0)
  if (errors && !input.skip_errors) {
    const negative =
      record.below_zero && !input.allow_negative
        ? ` (${record.below_zero} of them only take available below zero, which allow_negative allows)`
        : ""
    throw Refusal.notAllowed(
      `${errors} ${errors === 1 ? "row has an error" : "rows have errors"}${negative}; mend the file, or leave them out with skip_errors`,
      { import_id: record.id, errors, below_zero: record.below_zero }
    )
  }
  if (!rowsToApply(record, input)) {
    throw Refusal.notAllowed(`Import ${record.id} has nothing to change`, { import_id: record.id })
  }
}

/** Reads the rows that are to be applied. */
export async function planRows(
  run: Run,
  importId: string,
  input: ApplyImportInput,
  tell: (done: number) => Promise<void>
): Promise<PlannedRow[]> {
  const planned: PlannedRow[] = []
  for (let after = 0; ;) {
    const rows = await run<StoredRow>({ name: "", text: PLAN }, [
      importId,
      input.allow_negative ?? false,
      after,
      ROWS_AT_ONCE,
    ])
    if (!rows.length) {
      return planned
    }
    planned.push(...rows.map(toPlanned))
    after = rows[rows.length - 1].line
    await tell(planned.length)
  }
}

/**
 * Writes that an import is applied, and counts the rows that were allowed as changes.
 *
 * @returns false where it is not as it was when its rows were read
 */
export async function markApplied(
  run: Run,
  record: ImportRecord,
  input: ApplyImportInput
): Promise<boolean> {
  const marked = await run(MARK, [
    record.id,
    record.checked_at,
    rowsToApply(record, input),
    input.allow_negative ?? false,
  ])
  return marked.length > 0
}

/** Keeps why an import was not applied, for whoever did not hear the answer. */
export async function rememberFailure(
  run: Run,
  importId: string,
  failure: ImportRecord["failure"]
): Promise<void> {
  await run({ name: "", text: FAILED }, [importId, JSON.stringify(failure)])
}

function toPlanned(row: StoredRow): PlannedRow {
  return {
    line: row.line,
    sku: row.sku,
    itemId: row.inventory_item_id,
    locationId: row.location_id,
    opens: row.opens,
    unit: row.changes[0]?.unit ?? null,
    changes: row.changes.map(({ figure, quantity, expected }) => ({
      figure,
      quantity: exact(quantity),
      expected: exact(expected),
    })),
  }
}

/** $2: with those that take available below zero, $3: after this line, $4: how many. */
const PLAN = `
  select line, sku, inventory_item_id, location_id, opens, changes
  from inventory_import_row
  where import_id = $1 and line > $3
    and (kind = 'change' or $2::boolean and error_code = 'below_zero')
  order by line limit $4`

const MARK = {
  name: "stockroom_import_mark",
  text: `
    with marked as (
      update inventory_import set applied_at = clock_timestamp(), applied_count = $3,
        change_count = $3, failure = null, updated_at = clock_timestamp(),
        error_count = error_count - case when $4::boolean then below_zero_count else 0 end,
        below_zero_count = case when $4::boolean then 0 else below_zero_count end
      where id = $1 and applied_at is null and checked_at = $2::timestamptz
      returning id
    ), allowed as (
      update inventory_import_row r set kind = 'change', error_code = null, error_params = null
      from marked where r.import_id = marked.id and $4::boolean and r.error_code = 'below_zero'
    )
    select id from marked`,
}

const FAILED = `
  update inventory_import set failure = $2::jsonb, updated_at = clock_timestamp()
  where id = $1 and applied_at is null`
