import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"

import type { UndoPreviewResponse } from "../../../api/types/undo"
import { invalidateStock } from "../../lib/invalidate"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

export interface UndoRequest {
  movementId: string
  reason?: string | null
  note?: string | null
  /** Lets `available` fall below zero. */
  allow_negative?: boolean
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
export function useUndo() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ movementId, ...body }: UndoRequest) =>
      sdk.client.fetch(pathOf(movementId), { method: "POST", body }),
    onSettled: () => invalidateStock(client),
  })
}

function pathOf(movementId: string): string {
  return `/admin/stockroom/movements/${encodeURIComponent(movementId)}/undo`
}
