import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useParams } from "react-router-dom"

import type { TransferResponse } from "../../../../../../api/types/transfers"
import { LoadFailure } from "../../../../../components/load-failure"
import { LoadingRows } from "../../../../../components/loading-rows"
import { ReceiveForm } from "../../../../../components/receive/receive-form"
import { useTransfer } from "../../../../../hooks/api/use-transfer"
import { useTransferRights } from "../../../../../hooks/use-transfer-rights"
import { LINK } from "../../../../../lib/link-style"
import { actionsOf } from "../../../../../lib/transfer-actions"
import { routeNames } from "../../../../../lib/transfer-names"

/** Receives what has arrived of a transfer. */
const ReceivePage = () => {
  const { t } = useTranslation("stockroom")
  const { id = "" } = useParams()
  const { data, isPending, isError, error, refetch } = useTransfer(id)
  return (
    <Container className="p-0">
      {isPending && <LoadingRows rows={8} />}
      {isError && !data && (
        <LoadFailure title={t("transfers.loadError")} error={error} retry={refetch} />
      )}
      {data && <Receipt key={id} answer={data} />}
    </Container>
  )
}

function Receipt({ answer }: { answer: TransferResponse }) {
  const { t } = useTranslation("stockroom")
  const obstacle = useTransferRights(answer)("receive")
  const { id, status } = answer.transfer
  const isOpen = actionsOf(status).includes("receive")
  return (
    <div className="divide-y">
      <div className="px-6 py-4">
        <Text size="xsmall" className="text-ui-fg-subtle">
          <Link className={LINK} to={`/inventory/transfers/${id}`}>
            {t("transfers.backToIt")}
          </Link>
        </Text>
        <Heading>{t("transfers.receive.title", routeNames(answer))}</Heading>
        <Text size="small" className="text-ui-fg-subtle break-words">
          {t("transfers.receive.subtitle", {
            ...routeNames(answer),
            action: t("transfers.receive.action"),
          })}
        </Text>
      </div>
      {isOpen && !obstacle && <ReceiveForm answer={answer} />}
      {(!isOpen || obstacle) && (
        <div className="px-6 py-16 text-center" role="status">
          <Text size="small" weight="plus">
            {t("transfers.receive.notOpen")}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {isOpen ? obstacle : t(`transfers.receive.notOpenHint.${status}`)}
          </Text>
        </div>
      )}
    </div>
  )
}

export default ReceivePage
