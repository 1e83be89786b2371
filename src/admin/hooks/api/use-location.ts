import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"

import type {
  DeactivateRequest,
  DeactivateResponse,
  DeactivationResponse,
  LocationRequest,
  LocationResponse,
  LocationsResponse,
} from "../../../api/types/location"
import { invalidateStock } from "../../lib/invalidate"
import { locationQuery, STOCK_LOCATION_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

/** What Stockroom keeps about a stock location, and how many levels it has. */
export function useLocation(id: string) {
  return useQuery({
    queryKey: locationQuery("detail", id),
    queryFn: () => sdk.client.fetch<LocationResponse>(pathOf(id)),
    // Its channels may have been changed on the same page.
    staleTime: 0,
  })
}

/** All stock locations with what Stockroom keeps about them. */
export function useLocations() {
  return useQuery({
    queryKey: locationQuery("list"),
    queryFn: () => sdk.client.fetch<LocationsResponse>("/admin/stockroom/locations"),
    staleTime: 0,
  })
}

/** What stands against taking a location out of use. */
export function useDeactivation(id: string) {
  return useQuery({
    queryKey: locationQuery("detail", id, "deactivation"),
    queryFn: () => sdk.client.fetch<DeactivationResponse>(`${pathOf(id)}/deactivate`),
    staleTime: 0,
  })
}

export function useSetLocation(id: string) {
  return useLocationChange((body: LocationRequest) =>
    sdk.client.fetch(pathOf(id), { method: "POST", body })
  )
}

export function useDeactivateLocation(id: string) {
  return useLocationChange((body: DeactivateRequest) =>
    sdk.client.fetch<DeactivateResponse>(`${pathOf(id)}/deactivate`, { method: "POST", body })
  )
}

export function useActivateLocation(id: string) {
  return useLocationChange(() =>
    sdk.client.fetch(`${pathOf(id)}/activate`, { method: "POST", body: {} })
  )
}

/** A change of a location. Read again after a refusal, too: something else may stand against it now. */
function useLocationChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: async () => {
      await Promise.all([
        invalidateStock(client),
        client.invalidateQueries({ queryKey: [STOCK_LOCATION_QUERIES] }),
      ])
    },
  })
}

function pathOf(id: string): string {
  return `/admin/stockroom/locations/${encodeURIComponent(id)}`
}
