import type { EstimatesResponse } from "../../api/types/availability"
import { isLocale } from "../../core/availability"
import { readWholeDays } from "./whole-days"
import type { AvailabilityProblems } from "./display-draft"
import type { Sent } from "./low-stock"

/** An estimate, as the API answers it. */
export type Estimate = Sent<EstimatesResponse["estimates"][number]>

/** A title in another language, as it is being typed. */
export interface TranslationDraft {
  locale: string
  title: string
  /** Whether the language is being typed, too. */
  isNew: boolean
}

/** An estimate as it is being typed. */
export interface EstimateDraft {
  title: string
  translations: TranslationDraft[]
  leadTime: string
  isDefault: boolean
}

/** @param estimate - undefined for a new one */
export function draftOfEstimate(estimate: Estimate | undefined): EstimateDraft {
  return {
    title: estimate?.title ?? "",
    translations: Object.entries(estimate?.translations ?? {}).map(([locale, title]) => ({
      ...{ locale, title, isNew: false },
    })),
    leadTime: estimate?.lead_time_days == null ? "" : String(estimate.lead_time_days),
    isDefault: estimate?.is_default ?? false,
  }
}

/** What was typed, for the API; complete only without problems. */
export function readEstimateDraft(draft: EstimateDraft) {
  const problems: AvailabilityProblems = {}
  const leadTime = readWholeDays(draft.leadTime)
  if (!draft.title.trim()) problems.title = "no_title"
  if (leadTime === undefined) problems.lead_time_days = "no_days"
  const translations = draft.translations.map(({ locale, title }, index): [string, string] => {
    const tag = locale.trim()
    if (!isLocale(tag)) {
      problems[localePath(index)] = "no_locale"
    } else if (draft.translations.slice(0, index).some((one) => isSame(one.locale, tag))) {
      problems[localePath(index)] = "same_locale"
    }
    if (!title.trim()) problems[translationPath(index)] = "no_title"
    return [tag, title.trim()]
  })
  const request = {
    title: draft.title.trim(),
    translations: Object.fromEntries(translations),
    lead_time_days: leadTime ?? null,
    is_default: draft.isDefault,
  }
  return { request, problems }
}

/** Where the problems of a translation stand: of its language, and of its title. */
export function localePath(index: number): string {
  return `translations.${index}.locale`
}

export function translationPath(index: number): string {
  return `translations.${index}.title`
}

/** Whether two tags name the same language: the store does not tell de-AT and de_at apart. */
export function isSame(some: string, other: string): boolean {
  const plain = (tag: string) => tag.trim().toLowerCase().replaceAll("_", "-")
  return plain(some) === plain(other)
}
