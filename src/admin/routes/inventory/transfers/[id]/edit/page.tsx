import { useLocation, useParams } from "react-router-dom"

import { FormWaiting } from "../../../../../components/transfer-form/form-waiting"
import { TransferForm } from "../../../../../components/transfer-form/transfer-form"
import { useTransferDraft } from "../../../../../hooks/api/use-transfer-draft"

/** Changes a transfer. */
const EditTransferPage = () => {
  const { id = "" } = useParams()
  const { key, state } = useLocation() as { key: string; state: { refusal?: string } | null }
  const { data, isPending, error, refetch } = useTransferDraft(id)
  if (data) {
    return <TransferForm key={key} saved={data} refusal={state?.refusal ?? null} />
  }
  return <FormWaiting isPending={isPending} error={error} retry={refetch} />
}

export default EditTransferPage
