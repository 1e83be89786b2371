import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"

import type { UndoPreviewResponse } from "../../../api/types/undo"
import { invalidateStock } from "../../lib/invalidate"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

export interface UndoRequest {
  reason: string | null
  note: string | null
  allow_negative: boolean
}

/** What undoing a movement would leave. */
export function useUndoPreview(movementId: string) {
  return useQuery({
    queryKey: [STOCKROOM_QUERIES, "undo", movementId],
    queryFn: () => sdk.client.fetch<UndoPreviewResponse>(pathOf(movementId)),
    staleTime: 0,
  })
}

/** Takes a movement back. Read again after a refusal, too: stock may have moved meanwhile. */
export function useUndo(movementId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: UndoRequest) =>
      sdk.client.fetch(pathOf(movementId), { method: "POST", body }),
    onSettled: () => invalidateStock(client),
  })
}

function pathOf(movementId: string): string {
  return `/admin/stockroom/movements/${encodeURIComponent(movementId)}/undo`
}
