import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"

import type {
  GrantChangesResponse,
  GrantsResponse,
  RightsResponse,
} from "../../../api/types/grants"
import { sdk } from "../../lib/sdk"

const KEY = "stockroom-rights"

/** An admin user of Medusa's. */
export interface AdminUser {
  id: string
  email: string
  first_name: string | null
  last_name: string | null
}

/** What the person who looks may do. */
export function useRights() {
  return useQuery({
    queryKey: [KEY, "mine"],
    queryFn: () => sdk.client.fetch<RightsResponse>("/admin/stockroom/rights"),
    select: ({ rights }) => rights,
  })
}

/** Who has been granted what. */
export function useGrants() {
  return useQuery({
    queryKey: [KEY, "grants"],
    queryFn: () => sdk.client.fetch<GrantsResponse>("/admin/stockroom/grants"),
    staleTime: 0,
  })
}

const CHANGES = 10

/** Who was granted what, and by whom, the latest first; earlier ones on demand. */
export function useGrantChanges() {
  return useInfiniteQuery({
    queryKey: [KEY, "changes"],
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      sdk.client.fetch<GrantChangesResponse>("/admin/stockroom/grants/changes", {
        query: { limit: CHANGES, offset: pageParam },
      }),
    getNextPageParam: ({ offset, limit, count }) =>
      offset + limit < count ? offset + limit : undefined,
    staleTime: 0,
  })
}

/**
 * The admin users of the store, as Medusa lists them.
 *
 * @param page - from 0
 */
export function useAdminUsers(q: string, page: number, size: number) {
  const query = {
    ...(q && { q }),
    fields: "id,email,first_name,last_name",
    order: "email",
    limit: size,
    offset: page * size,
  }
  return useQuery({
    queryKey: ["users", "list", KEY, query],
    queryFn: () =>
      sdk.client.fetch<{ users: AdminUser[]; count: number }>("/admin/users", { query }),
    placeholderData: keepPreviousData,
  })
}

/** Gives a user just these rights, in the place of those that the user had. */
export function useSetGrants(userId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (grants: GrantsResponse["grants"][number]["grants"]) =>
      sdk.client.fetch(`/admin/stockroom/grants/${encodeURIComponent(userId)}`, {
        method: "POST",
        body: { grants },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: [KEY] }),
  })
}
