import { useMutation } from "@tanstack/react-query"

import type { CheckedItemsResponse, ItemsOfCodeResponse } from "../../../api/types/transfers"
import { saveFile } from "../../lib/save-file"
import { sdk } from "../../lib/sdk"

/** Finds the items that a typed or scanned code means. */
export function useItemsOfCode() {
  return useMutation({
    mutationFn: (code: string) =>
      sdk.client.fetch<ItemsOfCodeResponse>("/admin/stockroom/transfer-items", { query: { code } }),
  })
}

/** Reads a file of items; nothing is changed. */
export function useCheckItems() {
  return useMutation({
    mutationFn: (content: string) =>
      sdk.client.fetch<CheckedItemsResponse>("/admin/stockroom/transfer-items/check", {
        method: "POST",
        body: { content },
      }),
  })
}

/** Downloads the items of a transfer as CSV, as they are saved. */
export function useExportItems() {
  return useMutation({
    mutationFn: async ({ id, number }: { id: string; number: string }) => {
      const path = `/admin/stockroom/transfers/${encodeURIComponent(id)}/items/export`
      const response = await sdk.client.fetch<Response>(path, { headers: { accept: "text/csv" } })
      saveFile(await response.blob(), `${number}.csv`)
    },
  })
}
