import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"

import type { ItemUnitsResponse } from "../../../api/types/units"
import type { UnitInput } from "../../../core/units"
import { invalidateStock } from "../../lib/invalidate"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

/** The units of an item, the base unit first. */
export function useItemUnits(itemId: string) {
  return useQuery({
    queryKey: [STOCKROOM_QUERIES, "item", itemId, "units"],
    queryFn: () => sdk.client.fetch<ItemUnitsResponse>(pathOf(itemId)),
    staleTime: 0,
  })
}

/** Sets all units of an item. Every answer about its stock carries them, so that all are read again. */
export function useSetItemUnits(itemId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (units: UnitInput[]) =>
      sdk.client.fetch<ItemUnitsResponse>(pathOf(itemId), { method: "POST", body: { units } }),
    onSettled: () => invalidateStock(client),
  })
}

function pathOf(itemId: string): string {
  return `/admin/stockroom/items/${encodeURIComponent(itemId)}/units`
}
