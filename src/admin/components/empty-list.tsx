import { Button, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

interface EmptyListProps {
  title: string
  hint: string
  /** Where to go from here. */
  link?: { to: string; label: string }
}

/** Stands where a list has nothing to show. */
export function EmptyList({ title, hint, link }: EmptyListProps) {
  return (
    <div className="flex flex-col items-center gap-y-3 px-6 py-16 text-center">
      <div>
        <Text size="small" weight="plus">
          {title}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {hint}
        </Text>
      </div>
      {link && (
        <Button variant="secondary" size="small" asChild>
          <Link to={link.to}>{link.label}</Link>
        </Button>
      )}
    </div>
  )
}
