import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query"

import type { LowStockNames } from "../../../api/types/low-stock"
import type { LowStockReportResponse } from "../../../api/types/low-stock-actions"
import { datedName } from "../../lib/dated-name"
import { type Pool, poolKey, type ReportRow } from "../../lib/low-stock"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { reportCsv } from "../../lib/report-csv"
import { type ReportQuery, reportRequest } from "../../lib/report-query"
import { saveFile } from "../../lib/save-file"
import { sdk } from "../../lib/sdk"

const KEY = [STOCKROOM_QUERIES, "low-stock", "report"]

export const REPORT_PAGE = 50
/** The most that the API gives at once. */
const MOST_ROWS = 1_000

type Request = ReturnType<typeof reportRequest> & { limit: number; offset: number }

/** A page of the report, what is most urgent first. */
export function useReport(query: ReportQuery) {
  const request = {
    ...reportRequest(query),
    limit: REPORT_PAGE,
    offset: query.page * REPORT_PAGE,
  }
  return useQuery({
    queryKey: [...KEY, request],
    queryFn: () => fetchReport(request),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** How long some stocks last, by `poolKey`. */
export function useCover(pools: Pick<Pool, "inventory_item_id">[]) {
  const items = [...new Set(pools.map(({ inventory_item_id }) => inventory_item_id))].sort()
  return useQuery({
    queryKey: [...KEY, "cover", items],
    queryFn: () => fetchReport({ inventory_item_id: items, limit: MOST_ROWS }),
    select: ({ report }) => new Map(report.map((row) => [poolKey(row), row])),
    enabled: items.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** Downloads all that a query leaves of the report as CSV. */
export function useReportExport() {
  return useMutation({
    mutationFn: async (query: ReportQuery) => {
      const request = reportRequest(query)
      const rows: ReportRow[] = []
      const names: LowStockNames = { items: {}, locations: {}, users: {}, channels: {} }
      for (let count = 1; rows.length < count;) {
        const part = await fetchReport({ ...request, limit: MOST_ROWS, offset: rows.length })
        rows.push(...part.report)
        // A report that has grown shorter meanwhile ends where there is no more.
        count = part.report.length ? part.count : 0
        Object.assign(names.items, part.names.items)
        Object.assign(names.locations, part.names.locations)
        Object.assign(names.channels, part.names.channels)
      }
      const content = new Blob([reportCsv(rows, names)], { type: "text/csv;charset=utf-8" })
      saveFile(content, datedName("low-stock", new Date()))
    },
  })
}

function fetchReport(query: Partial<Request>): Promise<LowStockReportResponse> {
  return sdk.client.fetch<LowStockReportResponse>("/admin/stockroom/low-stock/report", { query })
}
