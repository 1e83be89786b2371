import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { TransferStatus as Status } from "../../../core/transfer"

const COLORS = {
  draft: "grey",
  pending: "blue",
  partial: "orange",
  received: "green",
  canceled: "red",
} as const

/** Where a transfer stands. */
export function TransferStatus({ status }: { status: Status }) {
  const { t } = useTranslation("stockroom")
  return <StatusBadge color={COLORS[status]}>{t(`transfers.status.${status}`)}</StatusBadge>
}
