import type { Transfer } from "./transfer-names"

export type TransferLine = Transfer["lines"][number]

/** Whether a line's SKU or title holds a text. */
export function isMatch({ sku, title }: TransferLine, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return [sku, title].some((name) => name?.toLowerCase().includes(wanted)) || !wanted
}
