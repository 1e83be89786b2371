import type {
  FoundItem,
  TransferItemsFile,
  TransferRecord,
  TransferSummary,
} from "../../modules/inventory/types"
import type { Names } from "./names"
import type { UnitsByItem } from "./units"

/** The answer of `GET /admin/stockroom/transfers`. */
export interface TransfersResponse {
  transfers: TransferSummary[]
  count: number
  limit: number
  offset: number
  names: Names
}

/** The answer of `GET /admin/stockroom/transfers/:id`. */
export interface TransferResponse {
  transfer: TransferRecord
  names: Names
  units: UnitsByItem
}

/** The answer of every step of a transfer. */
export interface TransferStepResponse extends TransferResponse {
  /** What this step has received. */
  receipt_id: string | null
  /** The same key has made this step before; nothing was changed now. */
  repeated: boolean
}

/** The answer of `GET /admin/stockroom/transfer-items`. */
export interface ItemsOfCodeResponse {
  /** None where nothing has the code; several where variants share a barcode. */
  items: FoundItem[]
}

/** The answer of `POST /admin/stockroom/transfer-items/check`. */
export interface CheckedItemsResponse {
  file: TransferItemsFile
}
