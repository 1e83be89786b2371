import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"

import { LoadFailure } from "../../../../components/load-failure"
import { LoadingRows } from "../../../../components/loading-rows"
import { LineTable } from "../../../../components/transfers/line-table"
import { Timeline } from "../../../../components/transfers/timeline"
import { TransferFacts } from "../../../../components/transfers/transfer-facts"
import { TransferHeader } from "../../../../components/transfers/transfer-header"
import { useTransfer } from "../../../../hooks/api/use-transfer"

/** A transfer: what it carries, where it stands, and who did what. */
const TransferPage = () => {
  const { t } = useTranslation("stockroom")
  const { id = "" } = useParams()
  const { data, isPending, isError, error, refetch } = useTransfer(id)
  if (isPending) {
    return (
      <Container className="p-0">
        <LoadingRows rows={8} />
      </Container>
    )
  }
  if (isError && !data) {
    return (
      <Container className="p-0">
        <LoadFailure title={t("transfers.loadError")} error={error} retry={refetch} />
      </Container>
    )
  }
  return (
    <div className="flex flex-col gap-3 xl:flex-row xl:items-start">
      <div className="flex min-w-0 flex-1 flex-col gap-y-3">
        <Container className="p-0">
          <TransferHeader answer={data} />
        </Container>
        <Container className="divide-y overflow-hidden p-0">
          <LineTable key={id} answer={data} />
        </Container>
        <Container className="divide-y p-0">
          <Timeline answer={data} />
        </Container>
      </div>
      <Container className="divide-y p-0 xl:max-w-[400px]">
        <TransferFacts answer={data} />
      </Container>
    </div>
  )
}

export default TransferPage
