import { useQuery } from "@tanstack/react-query"

import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

const MOST_CHANNELS = 1_000

export interface NamedChannel {
  id: string
  name: string
}

/** The store's sales channels by name. Kept beside what Medusa keeps of them, so that its changes refresh both. */
export function useChannelNames() {
  return useQuery({
    queryKey: ["sales-channels", "list", STOCKROOM_QUERIES],
    queryFn: () =>
      sdk.client.fetch<{ sales_channels: NamedChannel[] }>("/admin/sales-channels", {
        query: { fields: "id,name", limit: MOST_CHANNELS, order: "name" },
      }),
    select: ({ sales_channels }) => sales_channels,
  })
}
