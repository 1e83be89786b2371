import type { LocationAddress } from "../hooks/api/use-addresses"
import { localeTag } from "./locale"

/**
 * An address as it stands on a parcel, line by line. Countries go by their names in a language.
 *
 * @param language - of the dashboard
 */
export function addressLines(
  address: NonNullable<LocationAddress["address"]>,
  language: string
): string[] {
  const { company, address_1, address_2, postal_code, city, province, country_code, phone } =
    address
  const town = [postal_code, city].filter(Boolean).join(" ")
  const lines = [
    company,
    address_1,
    address_2,
    [town, province].filter(Boolean).join(", "),
    countryName(country_code, language),
    phone,
  ]
  return lines.filter((line): line is string => Boolean(line))
}

function countryName(code: string, language: string): string {
  try {
    const names = new Intl.DisplayNames(localeTag(language), { type: "region" })
    return names.of(code.toUpperCase()) ?? code.toUpperCase()
  } catch {
    return code.toUpperCase()
  }
}
