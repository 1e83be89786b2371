import type { ImportRecord, ImportRow, ImportUndoPreview } from "../../modules/inventory/types"
import type { UnitsByItem } from "./units"

/** An import with the name of who made it. */
export type NamedImport = ImportRecord & { created_by_name: string | null }

/** A row of an import. */
export type NamedImportRow = ImportRow

/** The answer of `GET /admin/stockroom/imports`. */
export interface ImportsResponse {
  imports: NamedImport[]
  count: number
  limit: number
  offset: number
}

/** The answer of `GET /admin/stockroom/imports/:id`, and of what changes one. */
export interface ImportResponse {
  import: NamedImport
}

/** The answer of `GET /admin/stockroom/imports/:id/rows`. */
export interface ImportRowsResponse {
  rows: NamedImportRow[]
  count: number
  limit: number
  offset: number
  units: UnitsByItem
}

/** A figure that undoing would leave below zero, by name. */
export type NegativeFigure = ImportUndoPreview["negative"][number] & {
  sku: string | null
  location_name: string | null
}

/** The answer of `GET /admin/stockroom/imports/:id/undo`. */
export interface ImportUndoResponse {
  undo: Omit<ImportUndoPreview, "negative"> & { negative: NegativeFigure[] }
  units: UnitsByItem
}
