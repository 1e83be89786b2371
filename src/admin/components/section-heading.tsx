import { Heading } from "@medusajs/ui"
import type { ReactNode } from "react"

/** The heading of a part of a card. */
export function SectionHeading({ children }: { children: ReactNode }) {
  return (
    <Heading level="h3" className="txt-compact-small-plus">
      {children}
    </Heading>
  )
}
