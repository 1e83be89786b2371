import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"

/** A line of a card's list: what it is, and how it is. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-2 items-center gap-x-4 px-6 py-3">
      <dt className="txt-compact-small-plus text-ui-fg-subtle">{name}</dt>
      <dd className="min-w-0 break-words">
        <Text size="small" className="tabular-nums" asChild>
          <span>{children}</span>
        </Text>
      </dd>
    </div>
  )
}
