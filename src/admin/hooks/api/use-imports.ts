import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseQueryOptions,
} from "@tanstack/react-query"

import type {
  ImportResponse,
  ImportRowsResponse,
  ImportsResponse,
  ImportUndoResponse,
  NamedImportRow,
} from "../../../api/types/imports"
import { invalidateStock } from "../../lib/invalidate"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

const ROUTE = "/admin/stockroom/imports"
const pathOf = (id: string) => `${ROUTE}/${encodeURIComponent(id)}`
const keyOf = (...what: unknown[]) => [STOCKROOM_QUERIES, "imports", ...what]
const POLL_MS = 700

/** Earlier imports, newest first. */
export function useImports(query: { limit: number; offset: number }) {
  return useQuery({
    queryKey: keyOf("list", query),
    queryFn: () => sdk.client.fetch<ImportsResponse>(ROUTE, { query }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/**
 * An import. While it is applied, by whomever, it is asked for again and again.
 *
 * @param options.watch - also while nobody is known to apply it yet
 */
export function useImport(id: string, { watch }: { watch: boolean }) {
  const options: UseQueryOptions<ImportResponse> = {
    queryKey: keyOf("detail", id),
    queryFn: () => sdk.client.fetch<ImportResponse>(pathOf(id)),
    refetchInterval: ({ state }) =>
      watch || state.data?.import.status === "applying" ? POLL_MS : false,
    staleTime: 0,
  }
  return useQuery(options)
}

/** One page of an import's rows of one kind. */
export function useImportRows(
  id: string,
  query: { kind: NamedImportRow["kind"]; limit: number; offset: number },
  /** Another moment of checking, other rows. */
  checkedAt: string
) {
  return useQuery({
    queryKey: keyOf("rows", id, checkedAt, query),
    queryFn: () => sdk.client.fetch<ImportRowsResponse>(`${pathOf(id)}/rows`, { query }),
    placeholderData: keepPreviousData,
  })
}

/** What undoing an import would leave. */
export function useImportUndo(id: string) {
  return useQuery({
    queryKey: keyOf("undo", id),
    queryFn: () => sdk.client.fetch<ImportUndoResponse>(`${pathOf(id)}/undo`),
    staleTime: 0,
    gcTime: 0,
  })
}

interface CheckRequest {
  file_name: string
  content: string
  reason: string | null
  note: string | null
}

/** Checks a file; no stock is changed. */
export function useCheckImport() {
  return useImportMutation((body: CheckRequest) =>
    sdk.client.fetch<ImportResponse>(ROUTE, { method: "POST", body })
  )
}

/** Checks an import again, against the stock as it is now. */
export function useRecheckImport(id: string) {
  return useImportMutation(() =>
    sdk.client.fetch<ImportResponse>(`${pathOf(id)}/check`, { method: "POST" })
  )
}

/** Applies an import: all of its changes, or none. */
export function useApplyImport(id: string) {
  return useImportMutation((body: { allow_negative: boolean; skip_errors: boolean }) =>
    sdk.client.fetch<ImportResponse>(`${pathOf(id)}/apply`, { method: "POST", body })
  )
}

/** Takes a whole import back. */
export function useUndoImport(id: string) {
  return useImportMutation((body: { allow_negative: boolean }) =>
    sdk.client.fetch<ImportResponse>(`${pathOf(id)}/undo`, { method: "POST", body })
  )
}

/** Forgets an import that was not applied. Itself it is not read again: it is not there any more. */
export function useDeleteImport(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => sdk.client.fetch<{ id: string }>(pathOf(id), { method: "DELETE" }),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf("list") }),
  })
}

/** The rows with errors as the file has them, and what stands against each. */
export async function fetchRejects(id: string): Promise<Blob> {
  const response = await sdk.client.fetch<Response>(`${pathOf(id)}/rejects`, {
    headers: { accept: "text/csv" },
  })
  return await response.blob()
}

/** Whatever came of it: what is shown of stock and of imports is read again. */
function useImportMutation<Variables, Answer>(mutationFn: (input: Variables) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({ mutationFn, onSettled: () => invalidateStock(client) })
}
