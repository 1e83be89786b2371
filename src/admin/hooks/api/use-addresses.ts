import { useQuery } from "@tanstack/react-query"

import { locationQuery } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

/** Where a stock location is. */
export interface LocationAddress {
  id: string
  name: string
  address: {
    company: string | null
    address_1: string
    address_2: string | null
    postal_code: string | null
    city: string | null
    province: string | null
    country_code: string
    phone: string | null
  } | null
}

/** The addresses of some stock locations. */
export function useAddresses(ids: string[]) {
  return useQuery({
    queryKey: locationQuery("list", "addresses", ids),
    queryFn: () =>
      sdk.client.fetch<{ stock_locations: LocationAddress[] }>("/admin/stock-locations", {
        query: { id: ids, fields: "id,name,*address", limit: ids.length },
      }),
    select: ({ stock_locations }) => stock_locations,
  })
}
