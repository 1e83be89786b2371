import { clx, Input, Label, Text } from "@medusajs/ui"
import { useEffect, useId, useRef, useState } from "react"
import { useTranslation } from "react-i18next"

import type { ScanNews } from "../../hooks/use-receive-form"

interface ScanFieldProps {
  news: ScanNews | null
  onScan: (text: string) => void
}

/**
 * Takes what a barcode scanner types, which ends with Enter, and says what came of it. It has the focus from the
 * beginning, and takes it whenever something is typed that no other field gets.
 */
export function ScanField({ news, onScan }: ScanFieldProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState("")

  useEffect(() => {
    const take = (event: KeyboardEvent) => {
      const isTyped = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
      if (isTyped && document.activeElement === document.body) {
        field.current?.focus()
      }
    }
    document.addEventListener("keydown", take)
    return () => document.removeEventListener("keydown", take)
  }, [])

  return (
    <div className="flex min-w-72 flex-1 flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor={id}>
        {t("transfers.receive.scan")}
      </Label>
      <Input
        ref={field}
        id={id}
        autoFocus
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="done"
        maxLength={200}
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            if (text.trim()) {
              onScan(text)
            }
            setText("")
          }
        }}
      />
      <Text id={`${id}-hint`} size="xsmall" className="text-ui-fg-subtle">
        {t("transfers.receive.scanHint")}
      </Text>
      <div aria-live="assertive" className="min-h-5">
        {news && (
          <p
            key={news.number}
            className={clx("txt-small-plus break-words", {
              "text-ui-fg-error": news.itemId === null,
            })}
          >
            {news.text}
          </p>
        )}
      </div>
    </div>
  )
}
