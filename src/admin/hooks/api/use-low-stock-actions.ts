import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"

import type { LowStockActionsResponse } from "../../../api/types/low-stock-actions"
import { actionLabel } from "../../lib/low-stock-actions"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

/** What can be done when stock runs low, and which options that takes. It changes only when the store starts anew. */
export function useLowStockActions() {
  return useQuery({
    queryKey: [STOCKROOM_QUERIES, "low-stock-actions"],
    queryFn: () => sdk.client.fetch<LowStockActionsResponse>("/admin/stockroom/low-stock/actions"),
    select: ({ actions }) => actions,
    staleTime: Infinity,
  })
}

/** What the actions are called, those of the store's own as well. */
export function useActionLabels() {
  const { t } = useTranslation("stockroom")
  const actions = (useLowStockActions().data ?? []).map((action) => ({
    identifier: action.identifier,
    label: actionLabel(t, action),
  }))
  return {
    actions,
    /** One that the store has no more goes by its identifier. */
    labelOf: (identifier: string) =>
      actions.find((action) => action.identifier === identifier)?.label ?? identifier,
  }
}
