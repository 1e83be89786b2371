import { Drawer, Text, toast } from "@medusajs/ui"
import { type FormEvent, useId, useState } from "react"
import { useTranslation } from "react-i18next"

import type { LowStockRulesImportedResponse } from "../../../api/types/low-stock"
import { useImportLowStockRules } from "../../hooks/api/use-low-stock-rules"
import { useFailureText } from "../../hooks/use-failure-text"
import { decodeText } from "../../lib/import-file"
import { FieldError } from "../fields/field-error"
import { FormFooter } from "../form-footer"
import { FileField } from "../imports/file-field"
import { ImportOutcome } from "./import-outcome"

/** As much as the store takes in one request. */
const MOST_BYTES = 8 * 1024 * 1024

/** A file that the store has looked at, and what it would do. */
interface Checked {
  content: string
  outcome: LowStockRulesImportedResponse
}

/** Chooses a file, shows what it would do, and does it once every row is good. */
export function ImportForm({ close }: { close: () => void }) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const failureText = useFailureText()
  const importing = useImportLowStockRules()
  const [file, setFile] = useState<File | null>(null)
  const [checked, setChecked] = useState<Checked>()
  const [problem, setProblem] = useState<string>()
  const outcome = checked?.outcome
  const rows = outcome ? outcome.created + outcome.updated + outcome.deleted : 0
  const isReady = rows > 0 && outcome?.errors.length === 0

  async function read(next: File | null): Promise<void> {
    setFile(next)
    setChecked(undefined)
    setProblem(undefined)
    if (!next) {
      return
    }
    if (next.size > MOST_BYTES) {
      setProblem(t("lowStockRules.import.tooLarge"))
      return
    }
    try {
      const content = decodeText(new Uint8Array(await next.arrayBuffer()))
      setChecked({ content, outcome: await importing.mutateAsync({ content, check: true }) })
    } catch (error) {
      setProblem(failureText(error).replace(/^content /, t("imports.upload.theFile")))
    }
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!checked || !isReady) {
      setProblem((old) => old ?? t(`lowStockRules.import.${why(outcome)}`))
      return
    }
    try {
      const done = await importing.mutateAsync({ content: checked.content, check: false })
      // The rules may have changed since it was looked at.
      if (done.errors.length) {
        setChecked({ ...checked, outcome: done })
        return
      }
      toast.success(t("lowStockRules.import.done", { count: rows }))
      close()
    } catch (error) {
      setProblem(failureText(error))
    }
  }

  return (
    <form
      className="flex flex-1 flex-col overflow-hidden"
      onSubmit={(event) => void save(event)}
      noValidate
    >
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <div className="flex flex-col gap-y-2">
          <FileField
            file={file}
            describedBy={`${id}-error`}
            invalid={problem !== undefined}
            onChange={(next) => void read(next)}
          />
          <FieldError id={`${id}-error`} text={problem} />
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("lowStockRules.import.columns")}
          </Text>
        </div>
        {outcome && <ImportOutcome outcome={outcome} />}
      </Drawer.Body>
      <FormFooter
        errorId={`${id}-foot`}
        error={undefined}
        label={t("lowStockRules.import.apply")}
        disabled={outcome !== undefined && !isReady}
        isSaving={importing.isPending}
        close={close}
      />
    </form>
  )
}

/** Why there is nothing to import yet. */
function why(outcome: LowStockRulesImportedResponse | undefined): "noFile" | "notYet" | "nothing" {
  if (!outcome) {
    return "noFile"
  }
  return outcome.errors.length ? "notYet" : "nothing"
}
