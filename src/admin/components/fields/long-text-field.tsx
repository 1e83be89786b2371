import { Label, Textarea } from "@medusajs/ui"
import { type ReactNode, useId } from "react"

import { FieldError } from "./field-error"
import { FieldHint } from "./field-hint"

interface LongTextFieldProps {
  label: ReactNode
  value: string
  rows?: number
  /** Whether the text is for machines, so that its signs stand in columns. */
  isCode?: boolean
  hint?: string
  error?: string
  onChange: (text: string) => void
}

/** A text of several lines. */
export function LongTextField(props: LongTextFieldProps) {
  const { label, value, rows = 3, isCode, hint, error, onChange } = props
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      <Textarea
        id={id}
        rows={rows}
        spellCheck={!isCode}
        className={isCode ? "font-mono" : undefined}
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
