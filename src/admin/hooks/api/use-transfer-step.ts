import { useMutation, useQueryClient } from "@tanstack/react-query"

import type { TransferStepResponse } from "../../../api/types/transfers"
import { invalidateStock } from "../../lib/invalidate"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import type { ReceivedLine } from "../../lib/receipt-draft"
import { sdk } from "../../lib/sdk"
import { transferPath } from "./use-transfer"

interface StepRequest {
  note?: string | null
  idempotency_key?: string
}

export interface ReceiveRequest extends StepRequest {
  lines: ReceivedLine[]
}

export interface EndRequest extends StepRequest {
  write_off: boolean
  reason?: string | null
}

/** Sends a draft on its way. */
export function useMarkPending(id: string) {
  return useStep((body: StepRequest & { allow_negative: boolean }) => post(id, "pending", body))
}

/**
 * Receives a part of a transfer, or all of it. What is read again is not waited for: the form is left first, which
 * has nothing to show of a transfer that is received.
 */
export function useReceiveTransfer(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ReceiveRequest) => post(id, "receive", body),
    onSettled: () => void invalidateStock(client),
  })
}

/** Ends what is outstanding of a transfer: by cancelling it, or by closing it short. */
export function useEndTransfer(id: string, how: "cancel" | "close") {
  return useStep((body: EndRequest) => post(id, how, body))
}

/** Drafts another transfer of the same items. */
export function useDuplicateTransfer(id: string) {
  return useStep((body: { idempotency_key: string }) => post(id, "duplicate", body))
}

/** Deletes a draft. Itself it is not read again: it is not there any more. */
export function useDeleteTransfer(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => sdk.client.fetch<{ id: string }>(transferPath(id), { method: "DELETE" }),
    onSuccess: () => client.invalidateQueries({ queryKey: [STOCKROOM_QUERIES, "transfers"] }),
  })
}

/** Read again after a refusal, too: somebody else may have been faster. */
function useStep<Input, Answer>(step: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: step, onSettled: () => invalidateStock(client) })
}

function post(id: string, step: string, body: object): Promise<TransferStepResponse> {
  return sdk.client.fetch<TransferStepResponse>(`${transferPath(id)}/${step}`, {
    method: "POST",
    body,
  })
}
