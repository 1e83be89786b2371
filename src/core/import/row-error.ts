import { problemParams, type UnitProblem } from "../units"

/**
 * What stands against a row of an import, with what a sentence about it needs.
 *
 * @since 0.1.0
 */
export const ROW_ERRORS = {
  no_item: "The row names no item.",
  no_location: "The row names no location.",
  unknown_sku: 'There is no item with SKU "{{sku}}".',
  unknown_item: "There is no item {{id}}.",
  item_mismatch: 'Item {{id}} has SKU "{{actual}}", not "{{sku}}".',
  unknown_location: 'There is no location "{{location}}".',
  ambiguous_location:
    'Several locations are called "{{location}}"; give the id in the column location_id.',
  location_mismatch: 'Location {{id}} is called "{{actual}}", not "{{location}}".',
  too_many_cells: "The row has {{found}} cells, the header row {{expected}}.",
  not_a_number: '{{column}}: "{{value}}" is not a number.',
  unknown_unit: 'The item has no unit "{{unit}}"; its units: {{known}}.',
  off_increment:
    '{{column}} must be a multiple of {{increment}}, the increment of the unit "{{unit}}", but is {{value}}.',
  negative: "{{column}} must not be below zero, but is {{value}}.",
  duplicate: "The same level is in line {{line}}.",
  outdated:
    "The file says that {{committed}} are committed, but {{current}} are: orders have come or gone since it was made.",
  contradiction:
    "on_hand {{on_hand}} and available {{available}} contradict each other: on hand would be {{follows}}.",
  reserved_kept: "reserved would be {{value}}, but reservations and orders keep {{kept}} of it.",
  below_zero: "available would be {{available}} (is {{current}}).",
} as const

export type RowErrorCode = keyof typeof ROW_ERRORS

export interface RowError {
  code: RowErrorCode
  params: Record<string, string>
}

/**
 * A row's error in English.
 *
 * @example
 * rowErrorText({ code: "unknown_sku", params: { sku: "TEA" } }) // There is no item with SKU "TEA".
 */
export function rowErrorText({ code, params }: RowError): string {
  return filled(ROW_ERRORS[code], params)
}

/** A sentence with what it needs put into its places. */
export function filled(sentence: string, params: Record<string, string>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => params[name] ?? "")
}

/** A problem of a unit as a row's error. */
export function unitError(column: string, problem: UnitProblem): RowError {
  const params = problemParams(problem)
  return {
    code: problem.code,
    params: problem.code === "off_increment" ? { column, ...params } : params,
  }
}
