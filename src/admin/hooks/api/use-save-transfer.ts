import { useMutation, useQueryClient } from "@tanstack/react-query"

import type { TransferResponse } from "../../../api/types/transfers"
import { invalidateStock } from "../../lib/invalidate"
import { sdk } from "../../lib/sdk"
import type { Transfer } from "../../lib/transfer-draft"

/** What is to become of a transfer that is typed. */
export type SaveKind = "draft" | "send" | "once"

interface SaveRequest {
  /** Null for one that is not there yet. */
  id: string | null
  kind: SaveKind
  body: object
  allow_negative: boolean
  idempotency_key: string
}

/** What was saved, and what stood against sending it. */
export interface Saved {
  transfer: Transfer
  refusal: unknown
}

const ROUTE = "/admin/stockroom/transfers"

/**
 * Saves a transfer, and sends it, or moves its items at once. A draft that is saved but not sent is told of with
 * what stood against it.
 */
export function useSaveTransfer() {
  const client = useQueryClient()
  return useMutation({ mutationFn: save, onSettled: () => invalidateStock(client) })
}

async function save({ id, kind, body, allow_negative, ...key }: SaveRequest): Promise<Saved> {
  if (kind === "once") {
    const moved = await post(ROUTE, { ...body, ...key, at_once: true, allow_negative })
    return { transfer: moved.transfer, refusal: null }
  }
  const saved = id
    ? await post(`${ROUTE}/${encodeURIComponent(id)}`, body)
    : await post(ROUTE, { ...body, ...key })
  if (kind === "draft") {
    return { transfer: saved.transfer, refusal: null }
  }
  try {
    const path = `${ROUTE}/${encodeURIComponent(saved.transfer.id)}/pending`
    return { transfer: (await post(path, { allow_negative })).transfer, refusal: null }
  } catch (refusal) {
    return { transfer: saved.transfer, refusal }
  }
}

async function post(path: string, body: object): Promise<TransferResponse> {
  return await sdk.client.fetch<TransferResponse>(path, { method: "POST", body })
}
