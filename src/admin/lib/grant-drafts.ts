import type { GrantsResponse } from "../../api/types/grants"
import type { Right } from "../../core/grants"
import { quantityText, readQuantity } from "./quantity-text"

export type GrantRecord = GrantsResponse["grants"][number]["grants"][number]

/** A right as it is being typed. */
export interface GrantDraft {
  right: Right
  /** Null: everywhere. */
  locationIds: string[] | null
  /** Empty: no limit. */
  most: string
}

/** What stands against a draft: where, and what. */
export interface GrantProblem {
  index: number
  field: "locations" | "most"
  says: "no_location" | "no_number" | "not_above_zero"
}

export const NEW_DRAFT: GrantDraft = { right: "levels", locationIds: null, most: "" }

/** @param locale - of the language in which quantities are typed */
export function draftsOf(grants: GrantRecord[], locale: string): GrantDraft[] {
  return grants.map(({ right, location_ids, max_quantity }) => ({
    right,
    locationIds: location_ids,
    most: max_quantity === null ? "" : quantityText(max_quantity, locale),
  }))
}

/** Reads what was typed; the grants are complete only where there is no problem. */
export function readGrantDrafts(
  drafts: GrantDraft[],
  locale: string
): { grants: GrantRecord[]; problems: GrantProblem[] } {
  const problems: GrantProblem[] = []
  const grants = drafts.map(({ right, locationIds, most }, index) => {
    const quantity = most.trim() ? readQuantity(most, locale) : undefined
    if (locationIds && !locationIds.length) {
      problems.push({ index, field: "locations", says: "no_location" })
    }
    if (quantity === null) {
      problems.push({ index, field: "most", says: "no_number" })
    } else if (quantity && !quantity.isGreaterThan(0)) {
      problems.push({ index, field: "most", says: "not_above_zero" })
    }
    return { right, location_ids: locationIds, max_quantity: quantity ? quantity.toFixed() : null }
  })
  return { grants, problems }
}
