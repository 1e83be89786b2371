import { quantityText, readQuantity } from "./quantity-text"

/** A JSON Schema, as far as a form can be made of it. */
export interface OptionsSchema {
  type?: string | string[]
  title?: string
  description?: string
  default?: unknown
  enum?: unknown[]
  anyOf?: OptionsSchema[]
  items?: OptionsSchema
  properties?: Record<string, OptionsSchema>
  required?: string[]
  additionalProperties?: unknown
}

/**
 * - `decimal` a number that is sent as a text, exact
 * - `list` texts, one a line
 * - `location` the id of a stock location, chosen by name
 * - `json` whatever has no field of its own
 */
export type OptionKind =
  "text" | "number" | "decimal" | "boolean" | "list" | "choice" | "location" | "json"

/** A field of the form of an action's options. */
export interface OptionField {
  /** Of the option; `WHOLE` for all of them at once. */
  name: string
  kind: OptionKind
  required: boolean
  title: string | null
  hint: string | null
  /** Of `choice`. */
  choices: unknown[]
  /** What counts while nothing is said. */
  fallback: unknown
}

/** What was typed, by the option's name. What is left out is left to the action. */
export type OptionValues = Record<string, string | boolean>

/** Names the one field of an action whose options its schema does not tell apart. */
export const WHOLE = ""

/** Options of this name hold the id of a stock location. */
const LOCATION = /^(.+_)?(location|origin|destination)_id$/

/** The fields that an action's options take. */
export function optionFields(schema: OptionsSchema): OptionField[] {
  const { properties, required = [], additionalProperties } = schema
  const known = Object.entries(properties ?? {})
  if (!known.length && additionalProperties !== false) {
    return [fieldOf(WHOLE, {}, false)]
  }
  return known.map(([name, option]) => fieldOf(name, option, required.includes(name)))
}

function fieldOf(name: string, option: OptionsSchema, required: boolean): OptionField {
  const { title = null, description = null, default: fallback } = option
  const bare = withoutNull(option)
  return {
    ...{ name, required, title, fallback },
    kind: kindOf(name, bare),
    hint: description,
    choices: bare.enum ?? [],
  }
}

/** An option that may be null is left out instead. */
function withoutNull(option: OptionsSchema): OptionsSchema {
  const types = option.anyOf?.filter(({ type }) => type !== "null")
  return types?.length === 1 ? types[0] : { ...option, ...(types && { anyOf: types }) }
}

function kindOf(name: string, option: OptionsSchema): OptionKind {
  const { type, items, anyOf } = option
  if (option.enum) {
    return "choice"
  }
  if (anyOf) {
    const types = anyOf.map((one) => one.type).sort()
    return types.join() === "number,string" ? "decimal" : "json"
  }
  switch (type) {
    case "string":
      return LOCATION.test(name) ? "location" : "text"
    case "number":
    case "integer":
      return "number"
    case "boolean":
      return "boolean"
    case "array":
      return items?.type === "string" ? "list" : "json"
    default:
      return "json"
  }
}

/**
 * Options as they are typed.
 *
 * @param locale - of the language in which numbers are typed
 */
export function optionValues(
  fields: OptionField[],
  options: Record<string, unknown>,
  locale: string
): OptionValues {
  const values: OptionValues = {}
  for (const { name, kind } of fields) {
    const value = name === WHOLE ? options : options[name]
    const nothing = value == null || (name === WHOLE && !Object.keys(options).length)
    if (!nothing) {
      values[name] = typed(kind, value, locale)
    }
  }
  return values
}

function typed(kind: OptionKind, value: unknown, locale: string): string | boolean {
  switch (kind) {
    case "boolean":
      return value === true
    case "number":
    case "decimal":
      return quantityText(String(value), locale)
    case "list":
      return Array.isArray(value) ? value.join("\n") : String(value)
    case "choice":
      return JSON.stringify(value)
    case "json":
      return JSON.stringify(value, null, 2)
    default:
      return String(value)
  }
}

/** What stands against what was typed. */
export type OptionProblem = "missing" | "no_number" | "no_json"

/** Reads what was typed; the options are complete only where there is no problem. */
export function readOptionValues(
  fields: OptionField[],
  values: OptionValues,
  locale: string
): { options: Record<string, unknown>; problems: Record<string, OptionProblem> } {
  let options: Record<string, unknown> = {}
  const problems: Record<string, OptionProblem> = {}
  for (const field of fields) {
    const { name, required, fallback } = field
    const value = values[name] ?? ""
    if (typeof value === "string" && !value.trim()) {
      if (required && fallback === undefined && field.kind !== "boolean") {
        problems[name] = "missing"
      } else if (required && field.kind === "boolean") {
        options[name] = fallback === true
      }
      continue
    }
    const read = readValue(field, value, locale)
    if ("problem" in read) {
      problems[name] = read.problem
    } else if (name === WHOLE) {
      options = read.value as Record<string, unknown>
    } else {
      options[name] = read.value
    }
  }
  return { options, problems }
}

function readValue(
  { kind, name }: OptionField,
  value: string | boolean,
  locale: string
): { value: unknown } | { problem: OptionProblem } {
  if (typeof value === "boolean") {
    return { value }
  }
  switch (kind) {
    case "number":
    case "decimal": {
      const number = readQuantity(value, locale)
      return number
        ? { value: kind === "number" ? number.toNumber() : number.toFixed() }
        : { problem: "no_number" }
    }
    case "list":
      return { value: value.split("\n").flatMap((line) => line.trim() || []) }
    case "choice":
      return { value: JSON.parse(value) }
    case "json":
      return readJson(value, name === WHOLE)
    default:
      return { value: value.trim() }
  }
}

function readJson(text: string, isObject: boolean): { value: unknown } | { problem: "no_json" } {
  try {
    const value: unknown = JSON.parse(text)
    const object = typeof value === "object" && value !== null && !Array.isArray(value)
    return isObject && !object ? { problem: "no_json" } : { value }
  } catch {
    return { problem: "no_json" }
  }
}
