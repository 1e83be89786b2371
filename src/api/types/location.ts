import type {
  DeactivateInput,
  DeactivationPreview,
  LocationFigures,
  LocationSettings,
  LocationSettingsUpdate,
} from "../../modules/inventory/types"
import type { Names } from "./names"

/** What Stockroom keeps about a stock location; the name is null when it has been deleted. */
export type NamedLocationSettings = LocationSettings & { name: string | null }

/** The answer of `GET /admin/stockroom/locations`. */
export interface LocationsResponse {
  locations: NamedLocationSettings[]
  count: number
  offset: number
  limit: number
}

/** The answer of `GET /admin/stockroom/locations/:id`. */
export interface LocationResponse {
  location: NamedLocationSettings & LocationFigures
}

/** The body of `POST /admin/stockroom/locations/:id`. */
export type LocationRequest = LocationSettingsUpdate

/** The answer of `GET /admin/stockroom/locations/:id/deactivate`. */
export interface DeactivationResponse {
  deactivation: DeactivationPreview
  names: Names
}

/** The body of `POST /admin/stockroom/locations/:id/deactivate`. */
export type DeactivateRequest = DeactivateInput

/** Its answer. */
export interface DeactivateResponse {
  location: LocationSettings
  /** How many states of levels were moved. */
  moved: number
  movement_id: string | null
}
