import { hasRight, hasRightEverywhere } from "../lib/grant-limits"
import type { Pool } from "../lib/low-stock"
import { useRights } from "./api/use-rights"

/**
 * Tells whether the person who looks may deal with what is watched at a location, or at several together, which
 * needs the right to change stock at all of them.
 */
export function useMayAtPool(): (pool: Pick<Pool, "location_id">) => boolean {
  const granted = useRights().data?.grants ?? null
  return ({ location_id }) =>
    location_id ? hasRight(granted, "levels", [location_id]) : hasRightEverywhere(granted, "levels")
}
