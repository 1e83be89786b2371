import type { Right } from "../../core/grants"
import { hasRight, hasRightEverywhere } from "../lib/grant-limits"
import { useRights } from "./api/use-rights"

/**
 * Tells whether the person who looks has a right: at each of the locations, or anywhere when none is named. True
 * while rights are not enforced, or not known yet: the store itself refuses what is not allowed.
 */
export function useMay(): (right: Right, ...locationIds: string[]) => boolean {
  const granted = useRights().data?.grants ?? null
  return (right, ...locationIds) => hasRight(granted, right, locationIds)
}

/** Tells the same of a right at all locations, also at new ones: of what counts for the whole store. */
export function useMayEverywhere(): (right: Right) => boolean {
  const granted = useRights().data?.grants ?? null
  return (right) => hasRightEverywhere(granted, right)
}
