import { useEffect, useRef, useState } from "react"

import { SearchInput } from "../fields/search-input"

/** Somebody who types on within this time has not finished. */
const PAUSE_MS = 300

interface SearchFieldProps {
  label: string
  value: string
  onChange: (text: string) => void
}

/** A text to search for, handed on when the person pauses, or presses Enter. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const [text, setText] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => setText(value), [value])
  useEffect(() => () => clearTimeout(timer.current), [])

  function handOn(typed: string, pause: number): void {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => typed.trim() !== value && onChange(typed.trim()), pause)
  }

  return (
    <SearchInput
      className="w-full min-w-48 sm:w-64"
      label={label}
      maxLength={200}
      value={text}
      onChange={({ target }) => {
        setText(target.value)
        handOn(target.value, PAUSE_MS)
      }}
      onKeyDown={({ key }) => key === "Enter" && handOn(text, 0)}
    />
  )
}
