import { Label, Textarea } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import { FieldError } from "./field-error"

const LONGEST_NOTE = 2_000

interface NoteFieldProps {
  value: string
  error?: string
  onChange: (note: string) => void
}

/** What else there is to say about a change. */
export function NoteField({ value, error, onChange }: NoteFieldProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor={id}>
        {t("fields.note")}
      </Label>
      <Textarea
        id={id}
        value={value}
        maxLength={LONGEST_NOTE}
        aria-describedby={`${id}-error`}
        onChange={({ target }) => onChange(target.value)}
      />
      <FieldError id={`${id}-error`} text={error} />
    </div>
  )
}
