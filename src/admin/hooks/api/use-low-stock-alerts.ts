import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"

import type { LowStockNames } from "../../../api/types/low-stock"
import type { UnitsByItem } from "../../../api/types/units"
import { type AlertQuery, alertsRequest } from "../../lib/alert-query"
import type { Alert } from "../../lib/low-stock"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

const ALERTS = "/admin/stockroom/low-stock/alerts"
const KEY = [STOCKROOM_QUERIES, "low-stock"]

export const ALERTS_PAGE = 20

interface AlertsAnswer {
  alerts: Alert[]
  count: number
  names: LowStockNames
  units: UnitsByItem
}

/** A page of the alerts that a query leaves, newest first. */
export function useAlerts(query: AlertQuery) {
  const request = alertsRequest(query, ALERTS_PAGE)
  return useQuery({
    queryKey: [...KEY, "alerts", request],
    queryFn: () => sdk.client.fetch<AlertsAnswer>(ALERTS, { query: request }),
    placeholderData: keepPreviousData,
    // Orders take stock all the time; a visit to the page shows what is.
    staleTime: 0,
  })
}

/** An alert, with the names of what it mentions. */
export function useAlert(id: string) {
  return useQuery({
    queryKey: [...KEY, "alert", id],
    queryFn: () =>
      sdk.client.fetch<Pick<AlertsAnswer, "names" | "units"> & { alert: Alert }>(alertPath(id)),
    staleTime: 0,
  })
}

/** How many alerts wait for somebody. */
export function useAlertCounts() {
  return useQuery({
    queryKey: [...KEY, "counts"],
    queryFn: () => sdk.client.fetch<{ open: number; acknowledged: number }>(`${ALERTS}/counts`),
    staleTime: 0,
  })
}

/** How many rules there are at all. */
export function useRuleCount(enabled: boolean) {
  return useQuery({
    queryKey: [...KEY, "rule-count"],
    queryFn: () =>
      sdk.client.fetch<{ count: number }>("/admin/stockroom/low-stock/rules", {
        query: { limit: 1 },
      }),
    select: ({ count }) => count,
    enabled,
  })
}

/** What a person says of alerts. */
export type AlertStep =
  { do: "acknowledge" | "resolve"; note?: string | null } | { do: "mute"; until: string | null }

/**
 * Says something of one alert, which is refused where its status does not allow it, or of many, of which those are
 * passed over. Gives how many were changed. Read again after a refusal, too: somebody else may have been faster.
 */
export function useChangeAlerts() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ ids, step }: { ids: string[]; step: AlertStep }): Promise<number> => {
      if (ids.length === 1) {
        const { do: what, ...body } = step
        await sdk.client.fetch(`${alertPath(ids[0])}/${what}`, { method: "POST", body })
        return 1
      }
      const body = { ids, ...step }
      const { count } = await sdk.client.fetch<{ count: number }>(`${ALERTS}/batch`, {
        method: "POST",
        body,
      })
      return count
    },
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  })
}

function alertPath(id: string): string {
  return `${ALERTS}/${encodeURIComponent(id)}`
}
