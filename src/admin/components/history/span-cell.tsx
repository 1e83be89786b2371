import { clx } from "@medusajs/ui"
import type { TdHTMLAttributes } from "react"

/** A cell of a table that may span rows or columns, which Medusa's own cannot say. */
export function SpanCell({ className, ...props }: TdHTMLAttributes<HTMLTableCellElement>) {
  return <td className={clx("py-2.5 pl-0 pr-4 align-top", className)} {...props} />
}
