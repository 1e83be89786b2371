import { useTranslation } from "react-i18next"

import type { TransferResponse } from "../../api/types/transfers"
import { locationName } from "../lib/names"
import { endOf, type TransferAction } from "../lib/transfer-actions"
import { useMay } from "./use-may"

/** Why the person who looks may not do something with a transfer, in words; null where it is allowed. */
export function useTransferRights({ transfer, names }: TransferResponse) {
  const { t } = useTranslation("stockroom")
  const may = useMay()
  return (action: TransferAction): string | null => {
    const end = endOf(action)
    const locationId = end === "origin" ? transfer.origin_id : transfer.destination_id
    return may("transfers", locationId)
      ? null
      : t(`transfers.actions.${end}Right`, { location: locationName(names, locationId) })
  }
}
