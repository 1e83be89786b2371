import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { TransfersResponse } from "../../../api/types/transfers"
import { useFormats } from "../../hooks/use-formats"
import { isOverdue } from "../../lib/transfer-progress"

/** When a transfer is expected, and whether it should have arrived. */
export function Expected({ transfer }: { transfer: TransfersResponse["transfers"][number] }) {
  const { t } = useTranslation("stockroom")
  const { day } = useFormats()
  if (!transfer.expected_at) {
    return <>–</>
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <time dateTime={transfer.expected_at}>{day(new Date(transfer.expected_at))}</time>
      {isOverdue(transfer) && (
        <Badge size="2xsmall" color="red">
          {t("transfers.overdue")}
        </Badge>
      )}
    </span>
  )
}
