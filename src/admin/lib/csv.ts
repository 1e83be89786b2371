/** What a spreadsheet would take for a formula, unless it is a number. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/
const NUMBER = /^-?\d+(\.\d+)?$/

/**
 * Rows as CSV, as the store's own exports write it: what could be taken for a formula has an apostrophe before it.
 *
 * @example
 * csv([["sku", "order"], ["MUG, large", "12"]]) // 'sku,order\n"MUG, large",12\n'
 */
export function csv(rows: readonly (readonly (string | null)[])[]): string {
  return rows.map((row) => `${row.map((cell) => field(cell ?? "")).join(",")}\n`).join("")
}

function field(cell: string): string {
  const text = FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
