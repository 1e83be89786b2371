import type { Figure, NamedLocation, RowErrorCode } from "../../../core/import"

/**
 * Where an import stands. `applied` and `undone` are what the ledger says; `applying` is a claim
 * that ends by itself where the server that made it is gone.
 *
 * @since 0.1.0
 */
export type ImportStatus = "checked" | "applying" | "applied" | "undone"

/** What applying an import is busy with. */
export type ImportPhase = "reading" | "locking" | "writing" | "telling"

/** A file of stock that was checked, and what became of it. */
export interface ImportRecord {
  id: string
  file_name: string
  status: ImportStatus
  /** Columns of the file that are not set. */
  ignored_columns: string[]
  reason: string | null
  note: string | null
  /** Rows of the file, its header not counted. */
  rows: number
  changes: number
  unchanged: number
  errors: number
  /** Of the errors: rows that only take `available` below zero, which applying may allow. */
  below_zero: number
  /** Where it is being applied: what is done of what is to do in the present phase. */
  progress: { phase: ImportPhase; done: number; total: number } | null
  /** Why it was not applied when that was last tried. */
  failure: { code: string; message: string; details: Record<string, unknown> } | null
  /** The movement that applied it. */
  movement_id: string | null
  /** The movement that took it back. */
  undo_movement_id: string | null
  /** How many levels it has changed. */
  applied_rows: number | null
  created_by: string | null
  created_at: string
  checked_at: string
  applied_at: string | null
}

/** A level's figures as an import compares them: exact decimals in base units of the item. */
export type ImportFigures = Record<Figure | "committed", string>

/** A row of an import: what it would do, or what stands against it. */
export interface ImportRow {
  line: number
  kind: "change" | "unchanged" | "error"
  /** As the item has it; where there is no such item, as the file says. */
  sku: string | null
  inventory_item_id: string | null
  /** The location's name; where there is no such location, what the file says. */
  location: string | null
  location_id: string | null
  /** The item is not stocked there yet: applying the row opens the level. */
  opens: boolean
  before: ImportFigures | null
  after: ImportFigures | null
  error: { code: RowErrorCode; params: Record<string, string>; message: string } | null
}

export interface CheckImportInput {
  file_name: string
  /** The file's text. */
  content: string
  /** One of the option `reasons`, where the store has set it. */
  reason?: string | null
  note?: string | null
  /** The store's stock locations. */
  locations: NamedLocation[]
}

export interface ApplyImportInput {
  /** Applies also the rows that take `available` below zero. */
  allow_negative?: boolean
  /** Applies the rows without errors, and leaves the others. */
  skip_errors?: boolean
}

/** What undoing an import would leave. */
export interface ImportUndoPreview {
  possible: boolean
  obstacle: string | null
  /** How many figures would change. */
  changes: number
  /** Figures that would be below zero. */
  negative: {
    inventory_item_id: string
    location_id: string
    state: string
    before: string
    after: string
  }[]
  /** How many more there are than are listed. */
  more_negative: number
}
