import { Input } from "@medusajs/ui"
import type { ComponentProps } from "react"

interface SearchInputProps extends Omit<ComponentProps<typeof Input>, "type" | "ref"> {
  label: string
}

/** A field to search by, named by what it searches. Medusa's has a picture that nobody can read out. */
export function SearchInput({ label, ...props }: SearchInputProps) {
  return (
    <Input
      {...props}
      ref={(input) =>
        input?.parentElement?.querySelector('[role="img"]')?.setAttribute("aria-hidden", "true")
      }
      type="search"
      size="small"
      aria-label={label}
      placeholder={label}
    />
  )
}
