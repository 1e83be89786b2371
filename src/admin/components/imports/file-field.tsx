import { Text } from "@medusajs/ui"
import { type DragEvent, useId, useState } from "react"
import { useTranslation } from "react-i18next"

interface FileFieldProps {
  file: File | null
  invalid: boolean
  describedBy: string
  onChange: (file: File | null) => void
}

/** A file, chosen or dropped. The field itself is the browser's own, so that the keyboard works. */
export function FileField({ file, invalid, describedBy, onChange }: FileFieldProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const [over, setOver] = useState(false)

  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    const [dropped] = event.dataTransfer.files
    if (dropped) {
      onChange(dropped)
    }
  }

  return (
    <label
      htmlFor={id}
      className={`${BOX} ${over ? "border-ui-border-interactive bg-ui-bg-highlight" : ""} ${invalid ? "border-ui-border-error" : ""}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        className="sr-only"
        aria-invalid={invalid}
        aria-describedby={describedBy}
        // The same file may be chosen again once it has been mended.
        onClick={({ currentTarget }) => {
          currentTarget.value = ""
        }}
        onChange={({ target }) => onChange(target.files?.[0] ?? null)}
      />
      <Text size="small" weight="plus" className="break-all">
        {file ? file.name : t("imports.upload.choose")}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t(file ? "imports.upload.other" : "imports.upload.drop")}
      </Text>
    </label>
  )
}

const BOX =
  "border-ui-border-strong bg-ui-bg-component hover:bg-ui-bg-component-hover focus-within:shadow-borders-focus flex cursor-pointer flex-col items-center gap-y-1 rounded-lg border border-dashed px-4 py-8 text-center"
