import { Checkbox, Label, Prompt } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import type { TransferForm } from "../../hooks/use-transfer-form"

/** Asks before items are moved at once, and says what that does to both ends. */
export function OncePrompt({ form, close }: { form: TransferForm; close: () => void }) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const { draft, place, short, negative, setNegative, save } = form
  const values = {
    count: draft.lines.length,
    from: place(draft.originId)?.name ?? "",
    to: place(draft.destinationId)?.name ?? "",
  }
  return (
    <Prompt open onOpenChange={close}>
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("transferForm.once.title")}</Prompt.Title>
          <Prompt.Description>{t("transferForm.once.question", values)}</Prompt.Description>
        </Prompt.Header>
        {short.length > 0 && (
          <div className="flex items-start gap-x-2 px-6 pt-3">
            <Checkbox
              id={id}
              checked={negative}
              onCheckedChange={(checked) => setNegative(checked === true)}
            />
            <Label htmlFor={id} size="small">
              {t("transferForm.once.short", { ...values, count: short.length })}
            </Label>
          </div>
        )}
        <Prompt.Footer>
          <Prompt.Cancel>{t("actions.cancel")}</Prompt.Cancel>
          <Prompt.Action
            disabled={short.length > 0 && !negative}
            onClick={() => {
              save("once")
              close()
            }}
          >
            {t("transferForm.once.confirm")}
          </Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
