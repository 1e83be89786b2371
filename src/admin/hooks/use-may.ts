import type { RightsResponse } from "../../api/types/grants"
import { useRights } from "./api/use-rights"

type Grants = NonNullable<RightsResponse["rights"]["grants"]>

/**
 * Tells whether the person who looks has a right: at one of the locations, or anywhere when none is named. True
 * while rights are not enforced, or not known yet: the store itself refuses what is not allowed.
 */
export function useMay(): (right: Grants[number]["right"], ...locationIds: string[]) => boolean {
  const grants = useRights().data?.grants ?? null
  return (right, ...locationIds) =>
    grants === null ||
    grants.some(
      (grant) =>
        grant.right === right &&
        (!locationIds.length ||
          grant.location_ids === null ||
          locationIds.some((id) => grant.location_ids?.includes(id)))
    )
}
