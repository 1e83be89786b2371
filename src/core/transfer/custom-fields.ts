import { Refusal } from "../refusal"

/** What a custom field may hold. */
export const CUSTOM_FIELD_TYPES = ["text", "number", "boolean", "date", "select"] as const

/**
 * A field of the merchant's own on every transfer, declared in the option `transfers.custom_fields`.
 *
 * @since 0.1.0
 */
export interface CustomField {
  key: string
  label: string
  type: (typeof CUSTOM_FIELD_TYPES)[number]
  /** A transfer without it stays a draft. */
  required: boolean
  /** What a `select` offers. */
  options?: string[]
}

export type CustomFieldValue = string | number | boolean | null

const DATE = /^\d{4}-\d{2}-\d{2}$/

/**
 * Checks values against their declarations. What is null or missing is left out.
 *
 * @throws Refusal `invalid_data` naming the field that is not declared, or not of its type
 */
export function readCustomFields(
  declared: CustomField[],
  values: Record<string, unknown>
): Record<string, CustomFieldValue> {
  const known = new Map(declared.map((field) => [field.key, field]))
  const read: Record<string, CustomFieldValue> = {}
  for (const [key, value] of Object.entries(values)) {
    const field = known.get(key)
    if (!field) {
      throw Refusal.invalid(
        `custom_fields.${key}`,
        `is not declared in the option transfers.custom_fields`
      )
    }
    if (value === null || value === undefined || value === "") {
      continue
    }
    const problem = problemWith(field, value)
    if (problem) {
      throw Refusal.invalid(`custom_fields.${key}`, problem)
    }
    read[key] = value as CustomFieldValue
  }
  return read
}

/** The required fields that have no value yet. */
export function missingFields(
  declared: CustomField[],
  values: Record<string, unknown>
): CustomField[] {
  return declared.filter(({ key, required }) => required && (values[key] ?? null) === null)
}

function problemWith({ type, options = [] }: CustomField, value: unknown): string | null {
  switch (type) {
    case "text":
      return typeof value === "string" && value.length <= 2_000
        ? null
        : "must be a text of at most 2000 characters"
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? null : "must be a number"
    case "boolean":
      return typeof value === "boolean" ? null : "must be true or false"
    case "date":
      return typeof value === "string" && DATE.test(value) && isDay(value)
        ? null
        : "must be a date like 2026-11-25"
    case "select":
      return options.includes(value as string) ? null : `must be one of ${options.join(", ")}`
  }
}

/** There is no 31 February; `Date` would make it March. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
