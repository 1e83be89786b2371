import { HAND_STATES, type HandState } from "../state"

/**
 * What a file may say of a level: On Hand, or a state that people may set.
 *
 * @since 0.1.0
 */
export const FIGURES = ["on_hand", ...HAND_STATES] as const

export type Figure = "on_hand" | HandState

/** A column that an import understands. `unit` says what the figures are in; `committed` is compared, never set. */
export type Column =
  "sku" | "inventory_item_id" | "location" | "location_id" | "unit" | "committed" | Figure

/** Where in a row each column is that an import understands. */
export type Columns = Partial<Record<Column, number>>

/** What a file's header row says. */
export interface Header {
  columns: Columns
  /** Columns that are not set, as the file calls them. */
  ignored: string[]
}

/** What a column is called: case, spaces and hyphens do not matter. */
export function columnName(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_")
}

/** Why a header row is refused. */
export type HeaderProblem =
  | { code: "no_item_column" }
  | { code: "no_location_column" }
  | { code: "no_figure_column" }
  | { code: "column_twice"; column: string }

const UNDERSTOOD: ReadonlySet<string> = new Set<Column>([
  "sku",
  "inventory_item_id",
  "location",
  "location_id",
  "unit",
  "committed",
  ...FIGURES,
])

/**
 * Reads a header row. Case, spaces and hyphens do not matter: "On hand" is `on_hand`.
 *
 * @example
 * readHeader(["SKU", "Location", "On hand", "Colour"])
 * // { columns: { sku: 0, location: 1, on_hand: 2 }, ignored: ["Colour"] }
 */
export function readHeader(cells: string[]): Header | HeaderProblem {
  const columns: Columns = {}
  const ignored: string[] = []
  for (const [index, cell] of cells.entries()) {
    const name = columnName(cell)
    if (!UNDERSTOOD.has(name)) {
      if (name) {
        ignored.push(cell.trim())
      }
      continue
    }
    const column = name as Column
    if (columns[column] !== undefined) {
      return { code: "column_twice", column }
    }
    columns[column] = index
    if (column === "committed") {
      ignored.push(cell.trim())
    }
  }
  if (columns.sku === undefined && columns.inventory_item_id === undefined) {
    return { code: "no_item_column" }
  }
  if (columns.location === undefined && columns.location_id === undefined) {
    return { code: "no_location_column" }
  }
  if (!FIGURES.some((figure) => columns[figure] !== undefined)) {
    return { code: "no_figure_column" }
  }
  return { columns, ignored }
}

/** A header row's problem in words. */
export function headerProblemText(problem: HeaderProblem): string {
  switch (problem.code) {
    case "no_item_column":
      return "needs a column sku or inventory_item_id in its first row"
    case "no_location_column":
      return "needs a column location or location_id in its first row"
    case "no_figure_column":
      return `needs at least one of the columns ${FIGURES.join(", ")} in its first row`
    case "column_twice":
      return `has the column ${problem.column} twice`
  }
}
