import { Label, Select } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

export interface Choice {
  value: string
  label: string
}

interface ChoiceFieldProps {
  label: string
  /** All there are. */
  choices: Choice[]
  /** Those that are set already. */
  chosen: string[]
  onChoose: (value: string) => void
}

/** Adds one of some values to a filter. */
export function ChoiceField({ label, choices, chosen, onChoose }: ChoiceFieldProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const left = choices.filter(({ value }) => !chosen.includes(value))
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="xsmall" id={`${id}-label`} htmlFor={id}>
        {label}
      </Label>
      <Select size="small" value="" onValueChange={onChoose} disabled={!left.length}>
        <Select.Trigger id={id} aria-labelledby={`${id}-label`}>
          <Select.Value
            placeholder={t(chosen.length ? "history.filters.another" : "history.filters.any")}
          />
        </Select.Trigger>
        <Select.Content>
          {left.map(({ value, label: text }) => (
            <Select.Item key={value} value={value}>
              {text}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
