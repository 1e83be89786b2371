import { ArrowDownTray } from "@medusajs/icons"
import { Button, toast } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"

import { fetchHistoryCsv } from "../../hooks/api/use-history"
import { useFailureText } from "../../hooks/use-failure-text"
import { datedName } from "../../lib/dated-name"
import type { HistoryQuery } from "../../lib/history-query"
import { saveFile } from "../../lib/save-file"

/** Saves all that the filters leave of the history as CSV. */
export function ExportButton({ query }: { query: HistoryQuery }) {
  const { t } = useTranslation("stockroom")
  const failureText = useFailureText()
  const { mutate, isPending } = useMutation({
    mutationFn: () => fetchHistoryCsv(query),
    onSuccess: (csv) => saveFile(csv, datedName(t("history.export.file"), new Date())),
    onError: (error) =>
      toast.error(t("history.export.failed"), { description: failureText(error) }),
  })
  return (
    <Button variant="secondary" size="small" isLoading={isPending} onClick={() => mutate()}>
      <ArrowDownTray />
      {t("history.export.action")}
    </Button>
  )
}
