import { useQuery } from "@tanstack/react-query"

import type { OptionsResponse } from "../../../api/types/options"
import { sdk } from "../../lib/sdk"

/** What the dashboard has to know of the store's options. They change only when the store starts anew. */
export function useOptions() {
  return useQuery({
    queryKey: ["stockroom-options"],
    queryFn: () => sdk.client.fetch<OptionsResponse>("/admin/stockroom/options"),
    staleTime: Infinity,
  })
}
