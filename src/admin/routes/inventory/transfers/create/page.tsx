import { useSearchParams } from "react-router-dom"

import { FormWaiting } from "../../../../components/transfer-form/form-waiting"
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
  const { locale } = useFormats()
  const { data, isPending, error, refetch } = useNamedItem(start.itemId)
  if (data) {
    return <TransferForm transfer={null} start={draftFrom(start, data, locale)} />
  }
  return <FormWaiting isPending={isPending} error={error} retry={refetch} />
}

export default CreateTransferPage
