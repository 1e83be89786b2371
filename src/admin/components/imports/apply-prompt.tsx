import { Checkbox, Label, Prompt, Text, toast } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"

import type { NamedImport } from "../../../api/types/imports"
import type { useApplyImport } from "../../hooks/api/use-imports"
import { useFailureText } from "../../hooks/use-failure-text"

interface ApplyPromptProps {
  record: NamedImport
  apply: ReturnType<typeof useApplyImport>
  close: () => void
}

/** Asks before an import is applied, and says how many levels it changes and what is left out. */
export function ApplyPrompt({ record, apply, close }: ApplyPromptProps) {
  const { t } = useTranslation("stockroom")
  const failureText = useFailureText()
  const id = useId()
  const [negative, setNegative] = useState(false)
  const count = record.changes + (negative ? record.below_zero : 0)
  const left = record.errors - (negative ? record.below_zero : 0)

  function confirm(): void {
    apply.mutate(
      { allow_negative: negative, skip_errors: left > 0 },
      {
        onSuccess: () => toast.success(t("imports.apply.done", { count })),
        onError: (error) =>
          toast.error(t("imports.apply.failed"), { description: failureText(error) }),
      }
    )
    close()
  }

  return (
    <Prompt open onOpenChange={close}>
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("imports.apply.title")}</Prompt.Title>
          <Prompt.Description>{t("imports.apply.question", { count })}</Prompt.Description>
        </Prompt.Header>
        <div className="flex flex-col gap-y-3 px-6 pt-3">
          {record.below_zero > 0 && (
            <div className="flex items-start gap-x-2">
              <Checkbox
                id={id}
                checked={negative}
                onCheckedChange={(checked) => setNegative(checked === true)}
              />
              <Label htmlFor={id} size="small">
                {t("imports.apply.allowNegative", { count: record.below_zero })}
              </Label>
            </div>
          )}
          {left > 0 && (
            <Text size="small" className="text-ui-fg-subtle">
              {t("imports.apply.leftOut", { count: left })}
            </Text>
          )}
        </div>
        <Prompt.Footer>
          <Prompt.Cancel>{t("actions.cancel")}</Prompt.Cancel>
          <Prompt.Action disabled={!count} onClick={confirm}>
            {t(left > 0 ? "imports.apply.confirmGood" : "imports.apply.confirm", { count })}
          </Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
