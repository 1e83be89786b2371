import { clx, Table } from "@medusajs/ui"
import type { ReactNode } from "react"

interface ListTableProps {
  label: string
  /** Whether the rows are those of before, while others are read. */
  isStale: boolean
  head: ReactNode
  children: ReactNode
}

/** A table that scrolls by itself where the window is too narrow for it. */
export function ListTable({ label, isStale, head, children }: ListTableProps) {
  return (
    <div
      className="focus-visible:shadow-borders-focus overflow-x-auto outline-none"
      role="region"
      aria-label={label}
      aria-busy={isStale}
      tabIndex={0}
    >
      <Table
        className={clx("[&_td:not(:last-child)]:pr-4 [&_th:not(:last-child)]:pr-4", {
          "opacity-60": isStale,
        })}
      >
        <Table.Header className="border-t-0">
          <Table.Row className="[&_th]:whitespace-nowrap">{head}</Table.Row>
        </Table.Header>
        <Table.Body>{children}</Table.Body>
      </Table>
    </div>
  )
}
