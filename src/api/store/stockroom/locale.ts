import type { MedusaStoreRequest } from "@medusajs/framework/http"

import { isLocale } from "../../../core/availability"

/** Longer than any that is in use. */
const MAX_LENGTH = 35

/** The language that a shopper asks in; null where none is named, or what is named is none. */
export function localeOf({ locale }: Pick<MedusaStoreRequest, "locale">): string | null {
  return locale && locale.length <= MAX_LENGTH && isLocale(locale) ? locale : null
}
