import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"

import { LoadFailure } from "../../../../../components/load-failure"
import { LoadingRows } from "../../../../../components/loading-rows"
import { useBarcodes } from "../../../../../components/packing-list/barcode"
import { PackingList } from "../../../../../components/packing-list/packing-list"
import { PrintSheet } from "../../../../../components/packing-list/print-sheet"
import { useAddresses } from "../../../../../hooks/api/use-addresses"
import { useTransfer } from "../../../../../hooks/api/use-transfer"

/** A transfer's packing list, to be printed. */
const PrintPage = () => {
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
  return <Sheet answer={data} />
}

function Sheet({ answer }: { answer: NonNullable<ReturnType<typeof useTransfer>["data"]> }) {
  const { t } = useTranslation("stockroom")
  const { transfer } = answer
  const addresses = useAddresses([transfer.origin_id, transfer.destination_id])
  const { draw, failed } = useBarcodes()
  return (
    <PrintSheet
      title={`${t("transfers.print.title")} ${transfer.number}`}
      back={`/inventory/transfers/${transfer.id}`}
      isReady={!addresses.isPending && (draw !== null || failed)}
    >
      {addresses.isError && (
        <LoadFailure
          title={t("transfers.print.addressError")}
          error={addresses.error}
          retry={addresses.refetch}
        />
      )}
      {failed && (
        <p role="alert" className="txt-small pb-4">
          {t("transfers.print.barcodesError")}
        </p>
      )}
      <PackingList answer={answer} addresses={addresses.data ?? []} draw={draw} />
    </PrintSheet>
  )
}

export default PrintPage
