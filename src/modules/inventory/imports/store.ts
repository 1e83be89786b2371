import { type RowError, rowErrorText } from "../../../core/import"
import { Refusal } from "../../../core/refusal"
import { type Column, recordset, toArrays } from "../posting/columns"
import type { Run } from "../posting/connection"
import type { CheckedRow } from "./check-rows"
import type { FileHeader, FileRow } from "./read-file"
import type { ImportRecord, ImportRow } from "./types"

const ROW_COLUMNS: Column<CheckedRow>[] = [
  { name: "line", type: "bigint", of: ({ line }) => line },
  { name: "cells", type: "jsonb", of: ({ cells }) => JSON.stringify(cells) },
  { name: "kind", type: "text", of: ({ kind }) => kind },
  { name: "sku", type: "text", of: ({ sku }) => sku },
  { name: "location", type: "text", of: ({ location }) => location },
  { name: "inventory_item_id", type: "text", of: ({ itemId }) => itemId },
  { name: "location_id", type: "text", of: ({ locationId }) => locationId },
  { name: "opens", type: "boolean", of: ({ opens }) => opens },
  { name: "before", type: "jsonb", of: ({ before }) => before && JSON.stringify(before) },
  { name: "after", type: "jsonb", of: ({ after }) => after && JSON.stringify(after) },
  { name: "changes", type: "jsonb", of: ({ changes }) => changes && JSON.stringify(changes) },
  { name: "error_code", type: "text", of: ({ error }) => error?.code },
  { name: "error_params", type: "jsonb", of: ({ error }) => error && JSON.stringify(error.params) },
]
const ROW_NAMES = ROW_COLUMNS.map(({ name }) => name).join(", ")

/** What a new import begins with. */
export interface NewImport {
  id: string
  fileName: string
  header: FileHeader
  reason: string | null
  note: string | null
  createdBy: string | null
}

export async function insertImport(run: Run, input: NewImport): Promise<void> {
  const { id, fileName, header, reason, note, createdBy } = input
  await run(INSERT, [
    id,
    fileName,
    header.delimiter,
    JSON.stringify(header.cells),
    JSON.stringify(header.ignored),
    reason,
    note,
    createdBy,
  ])
}

export async function insertRows(run: Run, importId: string, rows: CheckedRow[]): Promise<void> {
  await run(INSERT_ROWS, [importId, ...toArrays(ROW_COLUMNS, rows)])
}

/** Counts what the check has found, and marks the moment. */
export async function countRows(run: Run, importId: string): Promise<void> {
  await run(COUNT, [importId])
}

/**
 * Locks an import that is to be checked again.
 *
 * @throws Refusal `conflict` where it was applied meanwhile
 */
export async function lockForCheck(
  run: Run,
  id: string
): Promise<{ header: string[]; delimiter: FileHeader["delimiter"] }> {
  const [row] = await run<{ header: string[]; delimiter: FileHeader["delimiter"] }>(LOCK, [id])
  if (!row) {
    throw Refusal.conflict(`Import ${id} has been applied meanwhile`, { import_id: id })
  }
  return row
}

/** Takes out a portion of an import's rows, in their order. */
export async function takeRows(run: Run, importId: string, after: number): Promise<FileRow[]> {
  return await run<FileRow>(TAKE_ROWS, [importId, after, 2_000])
}

/** @throws Refusal `not_found` */
export async function retrieveImport(run: Run, id: string): Promise<ImportRecord> {
  const [row] = await run<ImportRecord>({ name: "", text: `${RECORD} where i.id = $1` }, [id])
  if (!row) {
    throw Refusal.notFound(`Import ${id} was not found`, { import_id: id })
  }
  return row
}

/** Newest first. */
export async function listImports(
  run: Run,
  page: { limit: number; offset: number }
): Promise<[ImportRecord[], number]> {
  const [{ count }] = await run<{ count: string }>(
    { name: "", text: "select count(*) as count from inventory_import" },
    []
  )
  const rows = await run<ImportRecord>(
    { name: "", text: `${RECORD} order by i.created_at desc, i.id desc limit $1 offset $2` },
    [page.limit, page.offset]
  )
  return [rows, Number(count)]
}

type StoredRow = Omit<ImportRow, "error"> & {
  error_code: RowError["code"] | null
  error_params: RowError["params"] | null
}

/** One page of an import's rows, in the order of the file. */
export async function listRows(
  run: Run,
  importId: string,
  { kind, limit, offset }: { kind?: ImportRow["kind"]; limit: number; offset: number }
): Promise<[ImportRow[], number]> {
  const kinds = kind ? [kind] : ["change", "unchanged", "error"]
  const [{ count }] = await run<{ count: string }>(
    {
      name: "",
      text: `select count(*) as count from inventory_import_row
        where import_id = $1 and kind = any($2::text[])`,
    },
    [importId, kinds]
  )
  const rows = await run<StoredRow>(
    {
      name: "",
      text: `
        select line, kind, sku, inventory_item_id, location, location_id, opens, before, after,
          error_code, error_params
        from inventory_import_row
        where import_id = $1 and kind = any($2::text[])
        order by line limit $3 offset $4`,
    },
    [importId, kinds, limit, offset]
  )
  return [rows.map(toRow), Number(count)]
}

function toRow({ error_code: code, error_params: params, ...row }: StoredRow): ImportRow {
  const error = code && { code, params: params ?? {} }
  return { ...row, error: error && { ...error, message: rowErrorText(error) } }
}

/** The rows that were rejected, as they stand in the file, each with what stands against it. */
export async function* rejectedRows(
  run: Run,
  importId: string
): AsyncGenerator<{ cells: string[]; message: string }> {
  let after = 0
  for (;;) {
    const rows = await run<FileRow & { code: RowError["code"]; params: RowError["params"] }>(
      {
        name: "",
        text: `
          select line, cells, error_code as code, error_params as params
          from inventory_import_row
          where import_id = $1 and kind = 'error' and line > $2
          order by line limit 2000`,
      },
      [importId, after]
    )
    for (const { cells, code, params } of rows) {
      yield { cells, message: rowErrorText({ code, params }) }
    }
    if (!rows.length) {
      return
    }
    after = rows[rows.length - 1].line
  }
}

/** The header of the file, as it stands there. */
export async function fileHeader(
  run: Run,
  id: string
): Promise<{ file_name: string; header: string[]; delimiter: FileHeader["delimiter"] }> {
  const [row] = await run<{
    file_name: string
    header: string[]
    delimiter: FileHeader["delimiter"]
  }>(
    { name: "", text: "select file_name, header, delimiter from inventory_import where id = $1" },
    [id]
  )
  if (!row) {
    throw Refusal.notFound(`Import ${id} was not found`, { import_id: id })
  }
  return row
}

/**
 * Forgets an import that was not applied.
 *
 * @returns false where it is being applied, or was
 */
export async function deleteImport(run: Run, id: string): Promise<boolean> {
  const [{ deleted }] = await run<{ deleted: string }>({ name: "", text: DELETE }, [id])
  return Number(deleted) > 0
}

const INSERT = {
  name: "stockroom_import_insert",
  text: `
    insert into inventory_import
      (id, file_name, delimiter, header, ignored_columns, reason, note, created_by)
    values ($1, $2, $3, $4::jsonb, $5::jsonb, $6, $7, $8)`,
}

const INSERT_ROWS = {
  name: "stockroom_import_insert_rows",
  text: `
    insert into inventory_import_row (import_id, ${ROW_NAMES})
    select $1, r.* from ${recordset(ROW_COLUMNS, 2, "r")}`,
}

const COUNT = {
  name: "stockroom_import_count",
  text: `
    update inventory_import i set row_count = c.rows, change_count = c.changes,
      unchanged_count = c.unchanged, error_count = c.errors, below_zero_count = c.below_zero,
      failure = null, checked_at = clock_timestamp(), updated_at = clock_timestamp()
    from (
      select count(*) as rows, count(*) filter (where kind = 'change') as changes,
        count(*) filter (where kind = 'unchanged') as unchanged,
        count(*) filter (where kind = 'error') as errors,
        count(*) filter (where error_code = 'below_zero') as below_zero
      from inventory_import_row where import_id = $1
    ) c
    where i.id = $1`,
}

const LOCK = {
  name: "stockroom_import_lock",
  text: `
    select header, delimiter from inventory_import
    where id = $1 and applied_at is null for no key update`,
}

const TAKE_ROWS = {
  name: "stockroom_import_take_rows",
  text: `
    with taken as (
      delete from inventory_import_row r
      where r.import_id = $1 and r.line = any(array(
        select line from inventory_import_row where import_id = $1 and line > $2
        order by line limit $3))
      returning line, cells
    )
    select line, cells from taken order by line`,
}

const DELETE = `
  with gone as (
    delete from inventory_import i where i.id = $1 and i.applied_at is null
      and not exists (
        select 1 from inventory_import_run r
        where r.import_id = i.id and r.until > clock_timestamp())
    returning id
  ), rows as (
    delete from inventory_import_row r using gone where r.import_id = gone.id
  ), runs as (
    delete from inventory_import_run r using gone where r.import_id = gone.id
  )
  select count(*) as deleted from gone`

const moment = (column: string) =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as ${column.slice(2)}`

/**
 * An import with its status. That it was applied, its movement says; that it was undone, whether the
 * last of the movements that take one another back takes it back or brings it back.
 */
const RECORD = `
  select i.id, i.file_name,
    case when m.id is not null and coalesce(u.depth, 0) % 2 = 1 then 'undone'
      when m.id is not null then 'applied'
      when r.until > clock_timestamp() then 'applying'
      else 'checked' end as status,
    i.ignored_columns, i.reason, i.note, i.row_count as rows, i.change_count as changes,
    i.unchanged_count as unchanged, i.error_count as errors, i.below_zero_count as below_zero,
    case when m.id is null and r.until > clock_timestamp() then
      jsonb_build_object('phase', r.phase, 'done', r.done, 'total', r.total) end as progress,
    i.failure, case when coalesce(u.depth, 0) > 0 and u.depth % 2 = 0 then u.id else m.id end
      as movement_id,
    case when u.depth % 2 = 1 then u.id end as undo_movement_id, i.applied_count as applied_rows,
    i.created_by, ${moment("i.created_at")}, ${moment("i.checked_at")}, ${moment("i.applied_at")}
  from inventory_import i
  left join inventory_import_run r on r.import_id = i.id
  left join inventory_movement m on m.idempotency_key = i.id and m.import_id = i.id
  left join lateral (
    with recursive chain (id, depth) as (
      select v.id, 1 from inventory_movement v where v.reverses_id = m.id
      union all
      select v.id, chain.depth + 1 from chain join inventory_movement v on v.reverses_id = chain.id
    )
    select id, depth from chain order by depth desc limit 1
  ) u on true`
