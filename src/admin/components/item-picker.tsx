import { useState } from "react"
import { useTranslation } from "react-i18next"

import { type NamedItem, useItemSearch } from "../hooks/api/use-item-names"
import { useSettled } from "../hooks/use-settled"
import { Combobox } from "./combobox"

interface ItemPickerProps {
  label: string
  error?: string
  autoFocus?: boolean
  onChoose: (item: NamedItem) => void
  /** Enter on a text that somebody typed or a scanner did; answers whether it was taken. */
  onCode?: (code: string) => Promise<boolean>
  onText?: () => void
}

/** Finds an inventory item by its SKU or title: a text field with a list that arrow keys walk. */
export function ItemPicker({ label, error, autoFocus, ...on }: ItemPickerProps) {
  const { t } = useTranslation("stockroom")
  const [text, setText] = useState("")
  const { data: items = [], isFetched } = useItemSearch(useSettled(text.trim()))
  const { onCode } = on
  return (
    <Combobox
      label={label}
      placeholder={t("history.search.placeholder")}
      listLabel={t("history.search.results")}
      none={isFetched ? t("history.search.none") : undefined}
      text={text}
      options={items}
      error={error}
      autoFocus={autoFocus}
      onText={(typed) => {
        setText(typed)
        on.onText?.()
      }}
      onChoose={(item) => {
        setText("")
        on.onChoose(item)
      }}
      onEnter={
        onCode &&
        ((typed) => {
          const code = typed.trim()
          if (code) {
            // A scanner goes on with the next one while this one is looked up.
            setText("")
            void onCode(code).then((taken) => taken || setText((now) => now || code))
          }
        })
      }
    >
      {(item) => (
        <>
          <div>{item.sku || item.title || item.id}</div>
          {item.sku && item.title && (
            <div className="text-ui-fg-subtle txt-compact-xsmall">{item.title}</div>
          )}
        </>
      )}
    </Combobox>
  )
}
