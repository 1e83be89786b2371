import { exact, parseQuantity, type Quantity } from "../quantity"
import { Refusal } from "../refusal"

/** What may stand between the cells of a file. */
export const DELIMITERS = [",", ";", "\t"] as const

export type Delimiter = (typeof DELIMITERS)[number]

/** How a spreadsheet tells text from a formula, and how exports write such text. */
const ESCAPED = /^'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/

/** A cell's text: without spaces around it, and without the mark that keeps it from being a formula. */
export function cellText(cell: string | undefined): string {
  return (cell ?? "").trim().replace(ESCAPED, "")
}

/** The delimiter that a file's first line uses most, outside quotes; the comma where it has none. */
export function delimiterOf(content: string): Delimiter {
  const counts = new Map<string, number>()
  let quoted = false
  for (const character of content) {
    if (character === '"') {
      quoted = !quoted
    } else if (!quoted && (character === "\n" || character === "\r")) {
      break
    } else if (!quoted) {
      counts.set(character, (counts.get(character) ?? 0) + 1)
    }
  }
  return DELIMITERS.reduce((best, one) =>
    (counts.get(one) ?? 0) > (counts.get(best) ?? 0) ? one : best
  )
}

const DECIMAL_COMMA = /^[+-]?(\d+,\d*|,\d+)$/
const PLAIN = /^\d{1,15}$/

/**
 * Reads a cell's figure; null where it is not one. Where commas do not part the cells, a comma may be
 * the decimal sign, as spreadsheets write it in most of Europe.
 *
 * @example
 * readFigure("2,5", ";")?.toFixed() // "2.5"
 * readFigure("2,5", ",") // null
 */
export function readFigure(text: string, delimiter: Delimiter): Quantity | null {
  if (PLAIN.test(text)) {
    return exact(text)
  }
  const decimal = delimiter !== "," && DECIMAL_COMMA.test(text) ? text.replace(",", ".") : text
  try {
    return parseQuantity(decimal, "cell")
  } catch (error) {
    if (error instanceof Refusal) {
      return null
    }
    throw error
  }
}
