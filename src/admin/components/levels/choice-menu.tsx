import { Button, DropdownMenu } from "@medusajs/ui"
import type { ReactNode } from "react"

interface ChoiceMenuProps<Value extends string> {
  /** What is chosen here; the number of the chosen stands beside it. */
  label: string
  options: { value: Value; label: string }[]
  chosen: Value[]
  /** Whether to say how many are chosen. */
  counted?: boolean
  /** Stands where there are no options. */
  empty?: ReactNode
  onChange: (chosen: Value[]) => void
}

/** A menu of which any number can be chosen; it stays open meanwhile. */
export function ChoiceMenu<Value extends string>(props: ChoiceMenuProps<Value>) {
  const { label, options, chosen, counted = true, empty, onChange } = props
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <Button variant="secondary" size="small">
          {label}
          {counted && chosen.length > 0 && (
            <span className="text-ui-fg-subtle tabular-nums">{chosen.length}</span>
          )}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content className="max-h-80 overflow-y-auto" align="start">
        {options.length === 0 && (
          <DropdownMenu.Label className="text-ui-fg-subtle">{empty}</DropdownMenu.Label>
        )}
        {options.map((option) => (
          <DropdownMenu.CheckboxItem
            key={option.value}
            checked={chosen.includes(option.value)}
            onSelect={(event) => event.preventDefault()}
            onCheckedChange={(isChosen) =>
              onChange(
                isChosen
                  ? [...chosen, option.value]
                  : chosen.filter((value) => value !== option.value)
              )
            }
          >
            {option.label}
          </DropdownMenu.CheckboxItem>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
