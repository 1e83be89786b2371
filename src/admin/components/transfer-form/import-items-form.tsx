import { Drawer, Label, RadioGroup } from "@medusajs/ui"
import { type FormEvent, useId, useState } from "react"
import { useTranslation } from "react-i18next"

import type { CheckedItemsResponse } from "../../../api/types/transfers"
import { useCheckItems } from "../../hooks/api/use-transfer-items"
import { useFailureText } from "../../hooks/use-failure-text"
import { useShownUnits } from "../../hooks/use-shown-units"
import { decodeText } from "../../lib/import-file"
import type { CountedItem } from "../../lib/transfer-draft"
import { FieldError } from "../fields/field-error"
import { FormFooter } from "../form-footer"
import { FileField } from "../imports/file-field"
import { FileRows } from "./file-rows"

export interface ImportItemsFormProps {
  /** Whether there is anything that could be replaced. */
  hasItems: boolean
  take: (items: CountedItem[], mode: "add" | "replace") => void
  close: () => void
}

/** As much as the store takes in one request. */
const MOST_BYTES = 8 * 1024 * 1024

/** Chooses a file, shows what it says row by row, and takes its items over once every row is good. */
export function ImportItemsForm({ hasItems, take, close }: ImportItemsFormProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const failureText = useFailureText()
  const [shown] = useShownUnits()
  const check = useCheckItems()
  const [chosen, setChosen] = useState<File | null>(null)
  const [mode, setMode] = useState<"add" | "replace">("replace")
  const [file, setFile] = useState<CheckedItemsResponse["file"]>()
  const [problem, setProblem] = useState<string>()

  async function read(next: File | null): Promise<void> {
    setChosen(next)
    setFile(undefined)
    setProblem(undefined)
    if (!next) {
      return
    }
    if (next.size > MOST_BYTES) {
      setProblem(t("transferForm.import.tooLarge"))
      return
    }
    try {
      const content = decodeText(new Uint8Array(await next.arrayBuffer()))
      setFile((await check.mutateAsync(content)).file)
    } catch (error) {
      setProblem(failureText(error).replace(/^content /, t("imports.upload.theFile")))
    }
  }

  function save(event: FormEvent): void {
    event.preventDefault()
    // Drawers are drawn inside of the page's form in React's eyes.
    event.stopPropagation()
    if (!file?.items.length || file.error_count) {
      setProblem((old) => old ?? t(`transferForm.import.${file ? "notYet" : "noFile"}`))
      return
    }
    take(
      file.items.map(({ inventory_item_id: id, sku, title, units, quantity }) => ({
        ...{ id, sku, title, units, quantity, unit: shown[id] },
      })),
      hasItems ? mode : "replace"
    )
    close()
  }

  return (
    <form className="flex flex-1 flex-col overflow-hidden" onSubmit={save} noValidate>
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <div className="flex flex-col gap-y-2">
          <FileField
            file={chosen}
            describedBy={`${id}-error`}
            invalid={problem !== undefined}
            onChange={(next) => void read(next)}
          />
          <FieldError id={`${id}-error`} text={problem} />
        </div>
        {hasItems && (
          <RadioGroup
            aria-label={t("transferForm.import.mode")}
            value={mode}
            onValueChange={(value) => setMode(value as typeof mode)}
          >
            {(["replace", "add"] as const).map((one) => (
              <div key={one} className="flex items-center gap-x-3">
                <RadioGroup.Item id={`${id}-${one}`} value={one} />
                <Label size="small" htmlFor={`${id}-${one}`}>
                  {t(`transferForm.import.${one}`)}
                </Label>
              </div>
            ))}
          </RadioGroup>
        )}
        {file && <FileRows file={file} />}
      </Drawer.Body>
      <FormFooter
        errorId={`${id}-foot`}
        error={undefined}
        label={
          file && !file.error_count
            ? t("transferForm.import.take", { count: file.items.length })
            : t("transferForm.import.takeNone")
        }
        disabled={!file?.items.length || file.error_count > 0}
        isSaving={check.isPending}
        close={close}
      />
    </form>
  )
}
