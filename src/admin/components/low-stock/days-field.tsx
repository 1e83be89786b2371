import { Input, Label } from "@medusajs/ui"
import { useEffect, useId, useState } from "react"
import { useTranslation } from "react-i18next"

import { MOST_DAYS, readDays } from "../../lib/report-query"
import { FieldError } from "../fields/field-error"

interface DaysFieldProps {
  label: string
  value: number
  onChange: (days: number) => void
}

/** A number of days, handed on when the field is left, or by Enter. */
export function DaysField({ label, value, onChange }: DaysFieldProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const [text, setText] = useState(String(value))
  useEffect(() => setText(String(value)), [value])
  const days = readDays(text)

  function handOn(): void {
    if (days !== null && days !== value) {
      onChange(days)
    }
  }

  return (
    <div className="flex flex-col gap-y-1">
      <div className="flex items-center gap-x-2">
        <Label size="xsmall" htmlFor={id}>
          {label}
        </Label>
        <div className="w-16">
          <Input
            id={id}
            size="small"
            inputMode="numeric"
            autoComplete="off"
            value={text}
            aria-invalid={days === null}
            aria-describedby={`${id}-error`}
            onChange={({ target }) => setText(target.value)}
            onBlur={handOn}
            onKeyDown={({ key }) => key === "Enter" && handOn()}
          />
        </div>
      </div>
      <FieldError
        id={`${id}-error`}
        text={days === null ? t("lowStock.report.noDays", { most: MOST_DAYS }) : undefined}
      />
    </div>
  )
}
