import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useLocation, useParams } from "react-router-dom"

import { LoadFailure } from "../../../../../components/load-failure"
import { LoadingRows } from "../../../../../components/loading-rows"
import { TransferForm } from "../../../../../components/transfer-form/transfer-form"
import { useTransferDraft } from "../../../../../hooks/api/use-transfer-draft"

/** Changes a transfer. */
const EditTransferPage = () => {
  const { t } = useTranslation("stockroom")
  const { id = "" } = useParams()
  const { key, state } = useLocation() as { key: string; state: { refusal?: string } | null }
  const { data, isPending, error, refetch } = useTransferDraft(id)
  if (data) {
    const { transfer } = data
    return <TransferForm key={key} transfer={transfer} refusal={state?.refusal ?? null} />
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

export default EditTransferPage
