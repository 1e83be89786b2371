import { useMutation, useQueryClient } from "@tanstack/react-query"

import { invalidateStock } from "../../lib/invalidate"
import { sdk } from "../../lib/sdk"

/** Takes a movement back that has just been made. */
export function useUndo() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (movementId: string) =>
      sdk.client.fetch(`/admin/stockroom/movements/${encodeURIComponent(movementId)}/undo`, {
        method: "POST",
        body: {},
      }),
    onSettled: () => invalidateStock(client),
  })
}
