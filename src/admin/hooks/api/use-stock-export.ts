import { useMutation } from "@tanstack/react-query"

import { datedName } from "../../lib/dated-name"
import { filterQuery, type LevelFilters } from "../../lib/level-filters"
import { saveFile } from "../../lib/save-file"
import { sdk } from "../../lib/sdk"

/** Downloads the levels that match as CSV, asked for as the dashboard is logged in. */
export function useStockExport() {
  return useMutation({
    mutationFn: async (filters: LevelFilters) => {
      const response = await sdk.client.fetch<Response>("/admin/stockroom/stock/export", {
        query: filterQuery(filters),
        headers: { accept: "text/csv" },
      })
      saveFile(await response.blob(), datedName("stock", new Date()))
    },
  })
}
