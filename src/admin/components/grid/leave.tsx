import { Checkbox, Hint, Label } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import { FieldError } from "../fields/field-error"
import { useNumberText } from "./number-context"

interface LeaveProps {
  /** How much less than nothing would be available. */
  shortage: string
  given: boolean
  error?: string
  onChange: (given: boolean) => void
}

/** Asks whether what can be sold may go below zero. */
export function Leave({ shortage, given, error, onChange }: LeaveProps) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useNumberText()
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <div className="flex items-start gap-x-2">
        <Checkbox
          id={id}
          checked={given}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-hint ${id}-error`}
          onCheckedChange={(checked) => onChange(checked === true)}
        />
        <div>
          <Label size="small" weight="plus" htmlFor={id}>
            {t("grid.leave.allow")}
          </Label>
          <Hint id={`${id}-hint`}>{t("grid.leave.hint", { shortage: quantity(shortage) })}</Hint>
        </div>
      </div>
      <FieldError id={`${id}-error`} text={error} />
    </div>
  )
}
