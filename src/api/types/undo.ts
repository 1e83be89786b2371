import type { UndoPreview } from "../../modules/inventory/types"
import type { Names } from "./names"
import type { UnitsByItem } from "./units"

/** The answer of `GET /admin/stockroom/movements/:id/undo`. */
export interface UndoPreviewResponse {
  undo: UndoPreview
  names: Names
  units: UnitsByItem
}
