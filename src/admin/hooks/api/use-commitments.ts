import { keepPreviousData, useQuery } from "@tanstack/react-query"

import type { CommitmentsResponse } from "../../../api/types/item-stock"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

/**
 * What is committed of an item, and for which orders.
 *
 * @param locationId - null for all locations
 * @param page - from 0
 */
export function useCommitments(
  itemId: string,
  locationId: string | null,
  { page, size }: { page: number; size: number }
) {
  const query = {
    inventory_item_id: itemId,
    ...(locationId && { location_id: locationId }),
    limit: size,
    offset: page * size,
  }
  return useQuery({
    queryKey: [STOCKROOM_QUERIES, "commitments", query],
    queryFn: () => sdk.client.fetch<CommitmentsResponse>("/admin/stockroom/commitments", { query }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}
