import type { GrantChange, GrantRecord, UserGrants } from "../../modules/inventory/types"
import type { Names } from "./names"

/** The answer of `GET /admin/stockroom/rights`: what whoever asks may do. */
export interface RightsResponse {
  rights: {
    /** Whether the store enforces grants at all. */
    enforced: boolean
    /** Whether others may be granted rights. */
    may_grant: boolean
    /** Null where everything is allowed. */
    grants: GrantRecord[] | null
  }
}

/** The answer of `GET /admin/stockroom/grants`. */
export interface GrantsResponse {
  grants: UserGrants[]
  enforced: boolean
  /** E-mail addresses, in small letters, of those who may do everything and grant rights to others. */
  owners: string[]
  names: Names
}

/** The answer of `GET /admin/stockroom/grants/changes`, the latest first. */
export interface GrantChangesResponse {
  changes: GrantChange[]
  names: Names
  count: number
  limit: number
  offset: number
}
