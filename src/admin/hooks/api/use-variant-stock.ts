import { useQuery } from "@tanstack/react-query"

import type { VariantStockResponse } from "../../../api/types/item-stock"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

/** The stock of a variant's items at every location, and how many of it that makes. */
export function useVariantStock(variantId: string) {
  return useQuery({
    queryKey: [STOCKROOM_QUERIES, "variant", variantId],
    queryFn: () =>
      sdk.client.fetch<VariantStockResponse>(
        `/admin/stockroom/variants/${encodeURIComponent(variantId)}/stock`
      ),
    staleTime: 0,
  })
}
