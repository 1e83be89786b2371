import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"

import type { LowStockNames } from "../../../api/types/low-stock"
import type { UnitsByItem } from "../../../api/types/units"
import { type ActionRun, isUnderWay } from "../../lib/low-stock"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { type RunQuery, runsRequest } from "../../lib/run-query"
import { sdk } from "../../lib/sdk"

const RUNS = "/admin/stockroom/low-stock/runs"
const KEY = [STOCKROOM_QUERIES, "low-stock", "runs"]

export const RUNS_PAGE = 20
/** The most that the API gives at once. */
const MOST_RUNS = 200
/** What is under way is looked at again so often. */
const AGAIN_MS = 2_000

interface RunsAnswer {
  runs: ActionRun[]
  count: number
  names: LowStockNames
  units: UnitsByItem
}

/** A page of the log, the latest first. */
export function useRuns(query: RunQuery) {
  return useRead(runsRequest(query, RUNS_PAGE), true)
}

/** What was done about some alerts. */
export function useRunsOf(alertIds: string[]) {
  return useRead({ alert_id: alertIds, limit: MOST_RUNS }, alertIds.length > 0)
}

/** Tries at once what has failed. Read again after a refusal, too. */
export function useRetryRun() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      sdk.client.fetch(`${RUNS}/${encodeURIComponent(id)}/retry`, { method: "POST" }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  })
}

function useRead(request: object, enabled: boolean) {
  return useQuery({
    queryKey: [...KEY, request],
    queryFn: () =>
      sdk.client.fetch<RunsAnswer>(RUNS, { query: request as Record<string, unknown> }),
    enabled,
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.runs.some((run) => isUnderWay(run, new Date())) ? AGAIN_MS : false,
  })
}
