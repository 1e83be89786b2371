import { Input, Label } from "@medusajs/ui"
import { type ReactNode, useId } from "react"

import { FieldError } from "./field-error"
import { FieldHint } from "./field-hint"

interface TextFieldProps {
  label: ReactNode
  value: string
  error?: string
  hint?: string
  placeholder?: string
  type?: "text" | "url"
  inputMode?: "decimal"
  onChange: (text: string) => void
}

const LONGEST = 500

/** A short text. */
export function TextField(props: TextFieldProps) {
  const { label, value, error, hint, placeholder, type, inputMode, onChange } = props
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      <Input
        id={id}
        size="small"
        type={type}
        inputMode={inputMode}
        autoComplete="off"
        maxLength={type === "url" ? 2_000 : LONGEST}
        placeholder={placeholder}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error ${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
      />
      <FieldHint id={`${id}-hint`} text={hint} />
      <FieldError id={`${id}-error`} text={error} />
    </div>
  )
}
