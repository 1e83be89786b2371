import { Checkbox, Hint, InlineTip, Label } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import type { TransferForm } from "../../hooks/use-transfer-form"

/** Warns of what the origin has not enough of, and asks whether it may go below zero. */
export function Shortage({ form }: { form: TransferForm }) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const { short, draft, place, deduction, negative, setNegative } = form
  const values = { count: short.length, location: place(draft.originId)?.name ?? "" }
  return (
    <div role="status" className="empty:hidden">
      {short.length > 0 && (
        <div className="flex flex-col gap-y-3 px-6 py-4">
          <InlineTip variant="warning" label={t("transferForm.shortage.label")}>
            {t(`transferForm.shortage.${deduction}`, values)}
          </InlineTip>
          {deduction === "on_pending" && (
            <div className="flex items-start gap-x-2">
              <Checkbox
                id={id}
                checked={negative}
                aria-describedby={`${id}-hint`}
                onCheckedChange={(checked) => setNegative(checked === true)}
              />
              <div className="flex flex-col gap-y-1">
                <Label size="small" weight="plus" htmlFor={id}>
                  {t("transferForm.shortage.allow")}
                </Label>
                <Hint id={`${id}-hint`}>{t("transferForm.shortage.hint")}</Hint>
              </div>
            </div>
          )}
        </div>
      )}
    </div>
  )
}
