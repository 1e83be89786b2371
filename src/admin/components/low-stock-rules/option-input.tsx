import { useTranslation } from "react-i18next"

import type { NamedLocation } from "../../hooks/api/use-location-names"
import { type OptionField, WHOLE } from "../../lib/action-options"
import { LongTextField } from "../fields/long-text-field"
import { SelectField } from "../fields/select-field"
import { SwitchField } from "../fields/switch-field"
import { TextField } from "../fields/text-field"

interface OptionInputProps {
  field: OptionField
  /** Of a built-in action, whose options have names in the dashboard's language. */
  identifier: string | null
  value: string | boolean | undefined
  locations: NamedLocation[]
  error: string | undefined
  /** Undefined: it is left to the action. */
  onChange: (value: string | boolean | undefined) => void
}

/** A select cannot offer an empty value. */
const NONE = "\u0000"

/** A field for an option of an action, as the action's schema declares it. */
export function OptionInput(props: OptionInputProps) {
  const { field, identifier, value, locations, error, onChange } = props
  const { t } = useTranslation("stockroom")
  const { name, kind, required, fallback } = field
  const own = field.title ?? name
  const title =
    name === WHOLE
      ? t("lowStockRules.form.wholeOptions")
      : identifier
        ? t(`lowStockRules.options.${identifier}.${name}`, { defaultValue: own })
        : own
  const label = required
    ? t("lowStockRules.form.required", { label: title, interpolation: { escapeValue: false } })
    : title
  const ownHint = identifier
    ? t(`lowStockRules.optionHints.${identifier}.${name}`, { defaultValue: field.hint ?? "" })
    : field.hint
  const text = typeof value === "string" ? value : ""
  const common = { label, hint: ownHint || undefined, error }

  switch (kind) {
    case "boolean":
      return <SwitchField {...common} value={(value ?? fallback) === true} onChange={onChange} />
    case "location":
    case "choice": {
      const choices =
        kind === "choice"
          ? field.choices.map((one) => ({ value: JSON.stringify(one), label: String(one) }))
          : locations.map((one) => ({ value: one.id, label: one.name }))
      const isGone = text !== "" && !choices.some((choice) => choice.value === text)
      return (
        <SelectField
          {...common}
          choices={[
            { value: NONE, label: t("lowStockRules.form.nothing") },
            ...choices,
            ...(isGone ? [{ value: text, label: text }] : []),
          ]}
          value={text || NONE}
          onChange={(chosen) => onChange(chosen === NONE ? undefined : chosen)}
        />
      )
    }
    case "list":
      return (
        <LongTextField
          {...common}
          hint={common.hint ?? t("lowStockRules.form.onePerLine")}
          value={text}
          onChange={onChange}
        />
      )
    case "json":
      return (
        <LongTextField
          {...common}
          isCode
          hint={common.hint ?? t("lowStockRules.form.json")}
          value={text}
          onChange={onChange}
        />
      )
    default:
      return (
        <TextField
          {...common}
          inputMode={kind === "text" ? undefined : "decimal"}
          placeholder={fallback === undefined ? undefined : String(fallback)}
          value={text}
          onChange={onChange}
        />
      )
  }
}
