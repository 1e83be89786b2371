import { clx, Input, Label } from "@medusajs/ui"
import { type KeyboardEvent, useId, useState } from "react"
import { useTranslation } from "react-i18next"

import { type NamedItem, useItemSearch } from "../hooks/api/use-item-names"
import { useSettled } from "../hooks/use-settled"

interface ItemPickerProps {
  label: string
  onChoose: (item: NamedItem) => void
}

/** Finds an inventory item by its SKU or title: a text field with a list that arrow keys walk. */
export function ItemPicker({ label, onChoose }: ItemPickerProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const [text, setText] = useState("")
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const { data: items = [], isFetched } = useItemSearch(useSettled(text.trim()))
  const current = items[Math.min(active, items.length - 1)]

  const choose = (item: NamedItem) => {
    setText("")
    setOpen(false)
    setActive(0)
    onChoose(item)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && items.length) {
      event.preventDefault()
      setOpen(true)
      setActive(open ? (active + step + items.length) % items.length : active)
    } else if (event.key === "Enter" && open && current) {
      event.preventDefault()
      choose(current)
    } else if (event.key === "Escape" && open) {
      event.stopPropagation()
      setOpen(false)
    }
  }
  return (
    <div className="relative flex flex-col gap-y-2">
      <Label size="xsmall" htmlFor={id}>
        {label}
      </Label>
      <Input
        id={id}
        size="small"
        role="combobox"
        autoComplete="off"
        placeholder={t("history.search.placeholder")}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open && current ? `${id}-${current.id}` : undefined}
        value={text}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        onChange={({ target }) => {
          setText(target.value)
          setActive(0)
          setOpen(true)
        }}
      />
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={t("history.search.results")}
        hidden={!open || !items.length}
        className="bg-ui-bg-component shadow-elevation-flyout absolute top-full z-10 mt-1 max-h-72 w-full min-w-60 overflow-y-auto rounded-lg p-1"
      >
        {items.map((item) => (
          <li
            key={item.id}
            id={`${id}-${item.id}`}
            role="option"
            aria-selected={item === current}
            className={clx("txt-compact-small cursor-pointer rounded-md px-2 py-1.5", {
              "bg-ui-bg-component-hover": item === current,
            })}
            // Before the field loses the focus, which closes the list.
            onMouseDown={(event) => {
              event.preventDefault()
              choose(item)
            }}
          >
            <div>{item.sku || item.title || item.id}</div>
            {item.sku && item.title && (
              <div className="text-ui-fg-subtle txt-compact-xsmall">{item.title}</div>
            )}
          </li>
        ))}
      </ul>
      <div role="status" className="empty:hidden">
        {open && isFetched && !items.length && (
          <span className="text-ui-fg-subtle txt-compact-xsmall">{t("history.search.none")}</span>
        )}
      </div>
    </div>
  )
}
