import { Button, Container, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import type { TransferForm } from "../../hooks/use-transfer-form"
import { FieldError } from "../fields/field-error"
import { OncePrompt } from "./once-prompt"

/** What stands against the form as a whole, and the buttons that save and send it. */
export function FormFoot({ form, isNew }: { form: TransferForm; isNew: boolean }) {
  const { t } = useTranslation("stockroom")
  const [asking, setAsking] = useState(false)
  const { draft, isSent, isSaving, maySave, mayReceive, failure, save, check } = form
  // What is held for an order is moved by covering it, on the order's page.
  const once = isNew && draft.lines.every(({ holdId }) => holdId === null)
  return (
    <Container className="sticky bottom-0 z-[1] flex flex-wrap items-center justify-end gap-2 px-6 py-4">
      <div className="mr-auto min-w-0 max-w-full break-words">
        <FieldError id="transfer-error" text={failure ?? undefined} />
        {!maySave && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("transferForm.noRight")}
          </Text>
        )}
      </div>
      {once && (
        <Button
          variant="secondary"
          size="small"
          type="button"
          disabled={isSaving || !maySave || !mayReceive}
          onClick={() => check("once") && setAsking(true)}
        >
          {t("transferForm.actions.once")}
        </Button>
      )}
      <Button
        variant={isSent ? "primary" : "secondary"}
        size="small"
        type="button"
        disabled={isSaving || !maySave}
        onClick={() => save("draft")}
      >
        {t(isSent ? "actions.save" : "transferForm.actions.saveDraft")}
      </Button>
      {!isSent && (
        <Button
          size="small"
          type="button"
          isLoading={isSaving}
          disabled={!maySave}
          onClick={() => save("send")}
        >
          {t("transferForm.actions.send")}
        </Button>
      )}
      {asking && <OncePrompt form={form} close={() => setAsking(false)} />}
    </Container>
  )
}
