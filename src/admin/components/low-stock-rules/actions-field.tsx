import { Plus } from "@medusajs/icons"
import { Button, DropdownMenu, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import { actionLabel } from "../../lib/low-stock-actions"
import type { ActionDraft } from "../../lib/low-stock-rule-draft"
import { FieldError } from "../fields/field-error"
import { ActionFields } from "./action-fields"
import type { RuleChoices } from "./rule-choices"

interface ActionsFieldProps {
  drafts: ActionDraft[]
  choices: Pick<RuleChoices, "actions" | "locations">
  errorAt: (path: string) => string | undefined
  onChange: (drafts: ActionDraft[]) => void
}

/** What is done when stock runs low: any number of actions, each once. */
export function ActionsField({ drafts, choices, errorAt, onChange }: ActionsFieldProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const left = choices.actions.filter(
    ({ identifier }) => !drafts.some((draft) => draft.identifier === identifier)
  )
  /** What is about one action stands there. */
  const error = drafts.length ? undefined : errorAt("actions")
  return (
    <div className="flex flex-col gap-y-3" role="group" aria-labelledby={`${id}-label`}>
      <Label size="small" weight="plus" id={`${id}-label`}>
        {t("lowStockRules.columns.actions")}
      </Label>
      {drafts.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("lowStockRules.form.noActions")}
        </Text>
      )}
      {drafts.map((draft, index) => (
        <ActionFields
          key={draft.identifier}
          draft={draft}
          index={index}
          choices={choices}
          errorAt={errorAt}
          onChange={(values) =>
            onChange(drafts.map((one, at) => (at === index ? { ...one, values } : one)))
          }
          onRemove={() => onChange(drafts.filter((_, at) => at !== index))}
        />
      ))}
      {left.length > 0 && (
        <DropdownMenu>
          <DropdownMenu.Trigger asChild>
            <Button className="self-start" type="button" variant="secondary" size="small">
              <Plus />
              {t("lowStockRules.form.addAction")}
            </Button>
          </DropdownMenu.Trigger>
          <DropdownMenu.Content align="start">
            {left.map((action) => (
              <DropdownMenu.Item
                key={action.identifier}
                onSelect={() =>
                  onChange([...drafts, { identifier: action.identifier, values: {}, rest: {} }])
                }
              >
                {actionLabel(t, action)}
              </DropdownMenu.Item>
            ))}
          </DropdownMenu.Content>
        </DropdownMenu>
      )}
      <FieldError id={`${id}-error`} text={error} />
    </div>
  )
}
