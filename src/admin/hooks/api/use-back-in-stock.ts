import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"

import type {
  BackInStockDemandResponse,
  BackInStockResponse,
} from "../../../api/types/back-in-stock"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

const PATH = "/admin/stockroom/back-in-stock"
const KEY = [STOCKROOM_QUERIES, "back-in-stock"]

export const BACK_IN_STOCK_PAGE = 20

/** How many wait for what: the variant that most wait for first. */
export function useBackInStockDemand(page: number) {
  return useRead<BackInStockDemandResponse>(`${PATH}/demand`, { ...ofPage(page) })
}

/** Who waits, or has waited: the latest first. */
export function useBackInStock(page: number, filters: { q?: string; variant_id?: string[] }) {
  return useRead<BackInStockResponse>(PATH, { ...filters, ...ofPage(page) })
}

/** Forgets somebody. Read again after a refusal, too. */
export function useForgetBackInStock() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      sdk.client.fetch(`${PATH}/${encodeURIComponent(id)}`, { method: "DELETE" }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  })
}

function ofPage(page: number) {
  return { limit: BACK_IN_STOCK_PAGE, offset: page * BACK_IN_STOCK_PAGE }
}

function useRead<Answer>(path: string, query: Record<string, unknown>) {
  return useQuery({
    queryKey: [...KEY, path, query],
    queryFn: () => sdk.client.fetch<Answer>(path, { query }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}
