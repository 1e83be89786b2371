import { Button, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import type { OptionValues } from "../../lib/action-options"
import { actionLabel } from "../../lib/low-stock-actions"
import { type ActionDraft, fieldsOf, optionPath } from "../../lib/low-stock-rule-draft"
import { FieldError } from "../fields/field-error"
import { OptionInput } from "./option-input"
import type { RuleChoices } from "./rule-choices"

interface ActionFieldsProps {
  draft: ActionDraft
  /** Which of the rule's actions. */
  index: number
  choices: Pick<RuleChoices, "actions" | "locations">
  errorAt: (path: string) => string | undefined
  onChange: (values: OptionValues) => void
  onRemove: () => void
}

/** One action, with a field for each option that it takes. */
export function ActionFields(props: ActionFieldsProps) {
  const { draft, index, choices, errorAt, onChange, onRemove } = props
  const { t } = useTranslation("stockroom")
  const id = useId()
  const action = choices.actions.find(({ identifier }) => identifier === draft.identifier)
  const label = action ? actionLabel(t, action) : draft.identifier
  const fields = fieldsOf(draft.identifier, choices.actions)
  const shown = fields.flatMap(({ name }) => errorAt(optionPath(index, name)) ?? [])
  /** What is about the action, or about an option that has no field. */
  const error = shown.length ? undefined : errorAt(`actions.${index}`)
  return (
    <fieldset
      className="border-ui-border-base flex min-w-0 flex-col gap-y-4 rounded-lg border p-4"
      aria-describedby={`${id}-error`}
    >
      <legend className="sr-only">{label}</legend>
      <div className="flex items-start justify-between gap-x-4">
        <div className="min-w-0">
          <Text size="small" weight="plus" className="break-words">
            {label}
          </Text>
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t(
              action
                ? `lowStockRules.form.${action.has_undo ? "undone" : "notUndone"}`
                : "lowStockRules.form.goneAction"
            )}
          </Text>
        </div>
        <Button
          className="-mt-1 shrink-0"
          type="button"
          variant="transparent"
          size="small"
          aria-label={t("lowStockRules.form.removeNamed", {
            action: label,
            interpolation: { escapeValue: false },
          })}
          onClick={onRemove}
        >
          {t("lowStockRules.form.remove")}
        </Button>
      </div>
      {fields.map((field) => (
        <OptionInput
          key={field.name}
          field={field}
          identifier={action?.built_in ? draft.identifier : null}
          value={draft.values[field.name]}
          locations={choices.locations}
          error={errorAt(optionPath(index, field.name))}
          onChange={(value) => {
            const { [field.name]: _, ...others } = draft.values
            onChange(value === undefined ? others : { ...others, [field.name]: value })
          }}
        />
      ))}
      <FieldError id={`${id}-error`} text={error} />
    </fieldset>
  )
}
