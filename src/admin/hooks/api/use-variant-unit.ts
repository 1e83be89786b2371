import { useMutation, useQueryClient } from "@tanstack/react-query"

import type { VariantUnitResponse } from "../../../api/types/units"
import { invalidateStock } from "../../lib/invalidate"
import { sdk } from "../../lib/sdk"

/** Sells a variant by a unit of one of its items. Medusa's own page of the variant shows what it takes, too. */
export function useSetVariantUnit(variantId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { inventory_item_id: string; unit: string }) =>
      sdk.client.fetch<VariantUnitResponse>(
        `/admin/stockroom/variants/${encodeURIComponent(variantId)}/unit`,
        { method: "POST", body }
      ),
    onSettled: () => invalidateStock(client),
  })
}
