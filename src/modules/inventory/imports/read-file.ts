import { CsvError, parse } from "csv-parse"

import {
  type Columns,
  type Delimiter,
  delimiterOf,
  headerProblemText,
  readHeader,
} from "../../../core/import"
import { Refusal } from "../../../core/refusal"

/** Rows that a file may have; more is likely another file than meant. */
export const MAX_ROWS = 100_000
/** Rows that are worked on at once: between them other requests have their turn. */
const ROWS_AT_ONCE = 2_000

/** A row as it stands in the file. */
export interface FileRow {
  /** The line of the file that it ends in; the header is line 1. */
  line: number
  cells: string[]
}

/** What a file's first row says of the others. */
export interface FileHeader {
  cells: string[]
  delimiter: Delimiter
  columns: Columns
  ignored: string[]
}

/**
 * Reads a file of comma-, semicolon- or tab-separated cells: the header, then the rows in portions.
 *
 * @throws Refusal `invalid_data` for what is not such a file
 */
export async function readFile(
  content: string
): Promise<{ header: FileHeader; portions: AsyncGenerator<FileRow[]> }> {
  const { cells, delimiter, portions } = await openFile(content)
  const header = readHeader(cells)
  if ("code" in header) {
    throw Refusal.invalid("content", headerProblemText(header))
  }
  const { columns, ignored } = header
  return { header: { cells, delimiter, columns, ignored }, portions }
}

/**
 * The first row of a file of cells, and the others in portions, whatever its columns mean.
 *
 * @throws Refusal `invalid_data` for what is not such a file, or has too many rows
 */
export async function openFile(
  content: string,
  most = MAX_ROWS
): Promise<{ cells: string[]; delimiter: Delimiter; portions: AsyncGenerator<FileRow[]> }> {
  if (content.includes("\u0000")) {
    throw Refusal.invalid("content", "is not text")
  }
  const text = content.replace(/^\uFEFF/, "")
  const delimiter = delimiterOf(text)
  const portions = portionsOf(text, delimiter, most)
  const first = await portions.next()
  return { cells: first.done ? [] : first.value[0].cells, delimiter, portions }
}

/** What a header that was read before says. */
export function sameHeader(cells: string[], delimiter: Delimiter): FileHeader {
  const header = readHeader(cells)
  if ("code" in header) {
    throw Refusal.invalid("content", headerProblemText(header))
  }
  return { cells, delimiter, columns: header.columns, ignored: header.ignored }
}

/** The header as a portion of its own, then the rows. */
async function* portionsOf(
  text: string,
  delimiter: Delimiter,
  most: number
): AsyncGenerator<FileRow[]> {
  const parser = parse(text, {
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
  })
  let rows: FileRow[] = []
  let count = 0
  try {
    for await (const { info, record } of parser as AsyncIterable<{
      info: { lines: number }
      record: string[]
    }>) {
      rows.push({ line: info.lines, cells: record })
      count++
      if (count > most + 1) {
        throw Refusal.invalid("content", `has more than ${most} rows; import it in several files`)
      }
      if (count === 1 || rows.length === ROWS_AT_ONCE) {
        yield rows
        rows = []
      }
    }
  } catch (error) {
    throw error instanceof CsvError
      ? Refusal.invalid("content", `cannot be read: ${error.message}`)
      : error
  }
  if (rows.length) {
    yield rows
  }
}
