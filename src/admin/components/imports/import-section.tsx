import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useApplyImport, useImport } from "../../hooks/api/use-imports"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { ImportHeader } from "./import-header"
import { ImportNotices } from "./import-notices"
import { Progress } from "./progress"
import { RowTabs } from "./row-tabs"

interface ImportSectionProps {
  id: string
  close: () => void
}

/** One import: what it would do, then what it did. */
export function ImportSection({ id, close }: ImportSectionProps) {
  const { t } = useTranslation("stockroom")
  const apply = useApplyImport(id)
  const { data, isPending, isError, error, refetch } = useImport(id, { watch: apply.isPending })
  if (isPending) {
    return (
      <Container className="p-0">
        <LoadingRows rows={10} />
      </Container>
    )
  }
  if (isError && !data) {
    return (
      <Container className="p-0">
        <LoadFailure title={t("imports.error")} error={error} retry={refetch} />
      </Container>
    )
  }
  const { import: record } = data
  const applying = record.status === "applying" || (apply.isPending && record.status === "checked")
  return (
    <Container className="divide-y p-0">
      <ImportHeader record={record} applying={applying} apply={apply} close={close} />
      {applying ? <Progress progress={record.progress} /> : <ImportNotices record={record} />}
      <RowTabs record={record} />
    </Container>
  )
}
