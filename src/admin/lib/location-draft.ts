import type { LocationRequest, NamedLocationSettings } from "../../api/types/location"
import { quantityText, readQuantity } from "./quantity-text"

export const KINDS = ["warehouse", "store", "supplier", "virtual"] as const
export type Kind = (typeof KINDS)[number]

/** A location's settings as they are typed; empty where there is none. */
export interface LocationDraft {
  kind: Kind
  priority: string
  latitude: string
  longitude: string
  leadTime: string
}

export type LocationField = Exclude<keyof LocationDraft, "kind">

/** Why a field cannot be sent; the words are the translations' `locations.problems.<says>`. */
export interface LocationProblem {
  field: LocationField
  says: "no_number" | "no_whole_number" | "out_of_range" | "needs_both" | "missing"
  least?: string
  most?: string
}

/** The settings as somebody would type them. */
export function draftOf(location: NamedLocationSettings, locale: string): LocationDraft {
  const text = (value: number | null) => (value === null ? "" : quantityText(String(value), locale))
  return {
    kind: location.kind,
    priority: text(location.priority),
    latitude: text(location.latitude),
    longitude: text(location.longitude),
    leadTime: text(location.lead_time_days),
  }
}

const RULES: Record<LocationField, { least: number; most: number; isWhole?: boolean }> = {
  priority: { least: 0, most: 1_000_000, isWhole: true },
  latitude: { least: -90, most: 90 },
  longitude: { least: -180, most: 180 },
  leadTime: { least: 0, most: 3_650, isWhole: true },
}

/**
 * Reads what was typed.
 *
 * @param locale - a BCP 47 tag, for the decimal sign
 */
export function readLocationDraft(
  draft: LocationDraft,
  locale: string
): { request: LocationRequest; problems: LocationProblem[] } {
  const problems: LocationProblem[] = []
  const read = (field: LocationField): number | null => {
    const text = draft[field].trim()
    const { least, most, isWhole } = RULES[field]
    if (!text) {
      return null
    }
    const value = readQuantity(text, locale)
    if (!value) {
      problems.push({ field, says: "no_number" })
    } else if (isWhole && !value.isInteger()) {
      problems.push({ field, says: "no_whole_number" })
    } else if (value.isLessThan(least) || value.isGreaterThan(most)) {
      const [from, to] = [least, most].map((one) => quantityText(String(one), locale))
      problems.push({ field, says: "out_of_range", least: from, most: to })
    }
    return value?.toNumber() ?? null
  }
  const request: LocationRequest = {
    kind: draft.kind,
    priority: read("priority") ?? undefined,
    latitude: read("latitude"),
    longitude: read("longitude"),
    lead_time_days: read("leadTime"),
  }
  if (!draft.priority.trim()) {
    problems.push({ field: "priority", says: "missing" })
  }
  if (!draft.latitude.trim() !== !draft.longitude.trim()) {
    problems.push({
      field: draft.latitude.trim() ? "longitude" : "latitude",
      says: "needs_both",
    })
  }
  return { request, problems }
}
