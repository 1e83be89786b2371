import { Input, Label } from "@medusajs/ui"
import { type ReactNode, useId } from "react"

import { FieldError } from "./field-error"

interface TextFieldProps {
  label: ReactNode
  value: string
  error?: string
  type?: "text" | "url"
  inputMode?: "decimal"
  onChange: (text: string) => void
}

const LONGEST = 500

/** A short text. */
export function TextField({ label, value, error, type, inputMode, onChange }: TextFieldProps) {
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
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
        onChange={({ target }) => onChange(target.value)}
      />
      <FieldError id={`${id}-error`} text={error} />
    </div>
  )
}
