import { Button, Heading, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { NamedImport } from "../../../api/types/imports"
import {
  fetchRejects,
  type useApplyImport,
  useDeleteImport,
  useRecheckImport,
} from "../../hooks/api/use-imports"
import { useFailureText } from "../../hooks/use-failure-text"
import { useFormats } from "../../hooks/use-formats"
import { useMay } from "../../hooks/use-may"
import { saveFile } from "../../lib/save-file"
import { ApplyPrompt } from "./apply-prompt"
import { ImportStatus } from "./import-status"
import { UndoPrompt } from "./undo-prompt"

interface ImportHeaderProps {
  record: NamedImport
  applying: boolean
  apply: ReturnType<typeof useApplyImport>
  close: () => void
}

/** What an import is called, where it stands, and what can be done with it. */
export function ImportHeader({ record, applying, apply, close }: ImportHeaderProps) {
  const { t } = useTranslation("stockroom")
  const { moment } = useFormats()
  const failureText = useFailureText()
  const recheck = useRecheckImport(record.id)
  const forget = useDeleteImport(record.id)
  const [asking, setAsking] = useState<"apply" | "undo" | null>(null)
  const failed = (title: string) => (error: unknown) =>
    toast.error(title, { description: failureText(error) })

  async function saveRejects(): Promise<void> {
    try {
      const name = record.file_name.replace(/\.\w+$/, "")
      saveFile(await fetchRejects(record.id), `${name}-${t("imports.rejects.suffix")}.csv`)
    } catch (error) {
      failed(t("imports.rejects.failed"))(error)
    }
  }

  const mayChange = useMay()("levels")
  const checked = record.status === "checked" && !applying
  const told = [
    record.reason && t(`reasons.${record.reason}`, { defaultValue: record.reason }),
    record.note,
  ]
  return (
    <div className="flex flex-wrap items-start justify-between gap-4 px-6 py-4">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Heading className="break-all">{record.file_name}</Heading>
          <ImportStatus status={applying ? "applying" : record.status} />
        </div>
        <Text size="small" className="text-ui-fg-subtle">
          {t(record.created_by_name ? "imports.checkedBy" : "imports.checkedAt", {
            at: moment(record.checked_at),
            who: record.created_by_name,
          })}
        </Text>
        {told.some(Boolean) && (
          <Text size="small" className="text-ui-fg-subtle break-words">
            {told.filter(Boolean).join(": ")}
          </Text>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {record.errors > 0 && (
          <Button variant="secondary" size="small" onClick={() => void saveRejects()}>
            {t("imports.rejects.action")}
          </Button>
        )}
        {checked && mayChange && (
          <>
            <Button
              variant="secondary"
              size="small"
              isLoading={forget.isPending}
              onClick={() =>
                forget.mutate(undefined, {
                  onSuccess: close,
                  onError: failed(t("imports.forget.failed")),
                })
              }
            >
              {t("imports.forget.action")}
            </Button>
            <Button
              variant="secondary"
              size="small"
              isLoading={recheck.isPending}
              onClick={() =>
                recheck.mutate(undefined, { onError: failed(t("imports.recheck.failed")) })
              }
            >
              {t("imports.recheck.action")}
            </Button>
            {record.changes + record.below_zero > 0 && (
              <Button size="small" disabled={recheck.isPending} onClick={() => setAsking("apply")}>
                {t("imports.apply.action")}
              </Button>
            )}
          </>
        )}
        {record.movement_id && (
          <Button variant="secondary" size="small" asChild>
            <Link to={`/inventory/history?import_id=${record.id}`}>{t("imports.history")}</Link>
          </Button>
        )}
        {record.status === "applied" && mayChange && (
          <Button variant="danger" size="small" onClick={() => setAsking("undo")}>
            {t("imports.undo.action")}
          </Button>
        )}
        {!checked && !applying && (
          <Button variant="secondary" size="small" onClick={close}>
            {t("imports.another")}
          </Button>
        )}
      </div>
      {asking === "apply" && (
        <ApplyPrompt record={record} apply={apply} close={() => setAsking(null)} />
      )}
      {asking === "undo" && <UndoPrompt record={record} close={() => setAsking(null)} />}
    </div>
  )
}
