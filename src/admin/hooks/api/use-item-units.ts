import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"

import type { ItemUnitsResponse } from "../../../api/types/units"
import type { UnitInput } from "../../../core/units"
import { invalidateStock } from "../../lib/invalidate"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

/** The units of an item, the base unit first; of no item nothing is read. */
export function useItemUnits(itemId: string | null | undefined) {
  return useQuery({ ...unitsQuery(itemId ?? ""), enabled: Boolean(itemId) })
}

/** Reads the units of one item at once, for a step that needs them. */
export function useReadItemUnits() {
  const client = useQueryClient()
  return async (itemId: string) => (await client.fetchQuery(unitsQuery(itemId))).units
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

function unitsQuery(itemId: string) {
  return {
    queryKey: [STOCKROOM_QUERIES, "item", itemId, "units"],
    queryFn: () => sdk.client.fetch<ItemUnitsResponse>(pathOf(itemId)),
    staleTime: 0,
  }
}

function pathOf(itemId: string): string {
  return `/admin/stockroom/items/${encodeURIComponent(itemId)}/units`
}
