import { Input, Label } from "@medusajs/ui"
import { type FormEvent, useId, useState } from "react"
import { useTranslation } from "react-i18next"

import { FieldError } from "../fields/field-error"

/** The number by which people know an order, sent by Enter. */
export function OrderNumberField({ onChoose }: { onChoose: (number: string) => void }) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const [text, setText] = useState("")
  const [isWrong, setWrong] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const number = text.trim().replace(/^#/, "")
    if (/^\d{1,9}$/.test(number)) {
      setText("")
      onChoose(number)
    } else {
      setWrong(number !== "")
    }
  }
  return (
    <form className="flex flex-col gap-y-2" onSubmit={send} noValidate>
      <Label size="xsmall" htmlFor={id}>
        {t("history.filters.orderNumber")}
      </Label>
      <Input
        id={id}
        size="small"
        inputMode="numeric"
        autoComplete="off"
        placeholder="1001"
        value={text}
        aria-invalid={isWrong}
        aria-describedby={`${id}-error`}
        onBlur={send}
        onChange={({ target }) => {
          setText(target.value)
          setWrong(false)
        }}
      />
      <FieldError id={`${id}-error`} text={isWrong ? t("history.filters.noNumber") : undefined} />
    </form>
  )
}
