import { useSearchParams } from "react-router-dom"

import { FormWaiting } from "../../../../components/transfer-form/form-waiting"
import { TransferForm } from "../../../../components/transfer-form/transfer-form"
import { useNamedItem } from "../../../../hooks/api/use-item-names"
import { useItemUnits } from "../../../../hooks/api/use-item-units"
import { useFormats } from "../../../../hooks/use-formats"
import { useShownUnits } from "../../../../hooks/use-shown-units"
import { draftFrom, readTransferStart, type TransferStart } from "../../../../lib/transfer-start"

/** Makes a transfer. A link can name an item to begin with, how much of it, and where it goes. */
const CreateTransferPage = () => {
  const [params] = useSearchParams()
  const start = readTransferStart(params)
  return start ? <StartedForm start={start} /> : <TransferForm saved={null} />
}

function StartedForm({ start }: { start: TransferStart }) {
  const { locale } = useFormats()
  const [shown] = useShownUnits()
  const item = useNamedItem(start.itemId)
  const units = useItemUnits(start.itemId)
  if (item.data && units.data) {
    const known = { ...item.data, units: units.data.units }
    return <TransferForm saved={null} start={draftFrom(start, known, shown, locale)} />
  }
  const { isPending, error, refetch } = item.isError ? item : units
  return <FormWaiting isPending={isPending} error={error} retry={refetch} />
}

export default CreateTransferPage
