import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"

import { LoadFailure } from "../../../../components/load-failure"
import { LoadingRows } from "../../../../components/loading-rows"
import { TransferForm } from "../../../../components/transfer-form/transfer-form"
import { useNamedItem } from "../../../../hooks/api/use-item-names"
import { useFormats } from "../../../../hooks/use-formats"
import { draftFrom, readTransferStart, type TransferStart } from "../../../../lib/transfer-start"

/** Makes a transfer. A link can name an item to begin with, how much of it, and where it goes. */
const CreateTransferPage = () => {
  const [params] = useSearchParams()
  const start = readTransferStart(params)
  return start ? <StartedForm start={start} /> : <TransferForm transfer={null} />
}

function StartedForm({ start }: { start: TransferStart }) {
  const { t } = useTranslation("stockroom")
  const { locale } = useFormats()
  const { data, isPending, error, refetch } = useNamedItem(start.itemId)
  if (data) {
    return <TransferForm transfer={null} start={draftFrom(start, data, locale)} />
  }
  return (
    <Container className="p-0">
      {isPending ? (
        <LoadingRows rows={8} />
      ) : (
        <LoadFailure title={t("transferForm.error")} error={error} retry={refetch} />
      )}
    </Container>
  )
}

export default CreateTransferPage
