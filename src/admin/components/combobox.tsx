import { clx, Input, Label } from "@medusajs/ui"
import { type KeyboardEvent, type ReactNode, useId, useState } from "react"

import { FieldError } from "./fields/field-error"

interface ComboboxProps<Option extends { id: string }> {
  label: ReactNode
  size?: "xsmall" | "small"
  placeholder: string
  /** What the list is called. */
  listLabel: string
  /** Said where nothing matches; nothing while it is not known. */
  none: string | undefined
  text: string
  options: Option[]
  error?: string
  autoFocus?: boolean
  disabled?: boolean
  onText: (text: string) => void
  onChoose: (option: Option) => void
  /**
   * Enter on a text, unless an option was gone to by the arrow keys. Without it Enter takes the first option of
   * what was typed.
   */
  onEnter?: (text: string) => void
  onBlur?: () => void
  children: (option: Option) => ReactNode
}

/** A text field with a list of what matches, that arrow keys walk. */
export function Combobox<Option extends { id: string }>(props: ComboboxProps<Option>) {
  const { label, size = "xsmall", text, options, error, onText, onChoose, onEnter } = props
  const id = useId()
  const [open, setOpen] = useState(false)
  /** Minus one: nothing was gone to yet. */
  const [active, setActive] = useState(-1)
  const [typed, setTyped] = useState(false)
  const first = onEnter || !typed ? -1 : 0
  const current = options[Math.min(Math.max(active, first), options.length - 1)]

  function close(): void {
    setOpen(false)
    setActive(-1)
    setTyped(false)
  }

  function choose(option: Option): void {
    close()
    onChoose(option)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && options.length) {
      event.preventDefault()
      setOpen(true)
      const from = Math.max(active, first)
      setActive(open ? (from + step + options.length) % options.length : Math.max(from, 0))
    } else if (event.key === "Enter" && open && current) {
      event.preventDefault()
      choose(current)
    } else if (event.key === "Enter" && onEnter) {
      event.preventDefault()
      onEnter(text)
    } else if (event.key === "Escape" && open) {
      event.stopPropagation()
      close()
    }
  }

  return (
    <div className="relative flex flex-col gap-y-2">
      <Label size={size} weight={size === "small" ? "plus" : "regular"} htmlFor={id}>
        {label}
      </Label>
      <Input
        id={id}
        size="small"
        role="combobox"
        autoComplete="off"
        autoFocus={props.autoFocus}
        disabled={props.disabled}
        placeholder={props.placeholder}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open && current ? `${id}-${current.id}` : undefined}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
        value={text}
        onFocus={({ target }) => {
          setOpen(true)
          target.select()
        }}
        onBlur={() => {
          close()
          props.onBlur?.()
        }}
        onKeyDown={onKeyDown}
        onChange={({ target }) => {
          setActive(-1)
          setTyped(true)
          setOpen(true)
          onText(target.value)
        }}
      />
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={props.listLabel}
        hidden={!open || !options.length}
        className="bg-ui-bg-component shadow-elevation-flyout absolute top-full z-10 mt-1 max-h-72 w-full min-w-60 overflow-y-auto rounded-lg p-1"
      >
        {options.map((option) => (
          <li
            key={option.id}
            id={`${id}-${option.id}`}
            role="option"
            aria-selected={option === current}
            className={clx("txt-compact-small cursor-pointer rounded-md px-2 py-1.5", {
              "bg-ui-bg-component-hover": option === current,
            })}
            // Before the field loses the focus, which closes the list.
            onMouseDown={(event) => {
              event.preventDefault()
              choose(option)
            }}
          >
            {props.children(option)}
          </li>
        ))}
      </ul>
      <FieldError id={`${id}-error`} text={error} />
      <div role="status" className="empty:hidden">
        {open && !options.length && props.none && (
          <span className="text-ui-fg-subtle txt-compact-xsmall">{props.none}</span>
        )}
      </div>
    </div>
  )
}
