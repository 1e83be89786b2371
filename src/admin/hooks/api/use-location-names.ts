import { useQuery } from "@tanstack/react-query"

import { locationQuery } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

const MOST_LOCATIONS = 1_000

export interface NamedLocation {
  id: string
  name: string
}

/**
 * The store's stock locations by name. Kept beside what Medusa keeps of them, so that a location that is
 * made or renamed there is here, too.
 */
export function useLocationNames() {
  return useQuery({
    queryKey: locationQuery("list", "names"),
    queryFn: () =>
      sdk.client.fetch<{ stock_locations: NamedLocation[] }>("/admin/stock-locations", {
        query: { fields: "id,name", limit: MOST_LOCATIONS, order: "name" },
      }),
    select: ({ stock_locations }) => stock_locations,
  })
}
