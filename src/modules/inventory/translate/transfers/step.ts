import type { Touch } from "../../../../core/grants"
import { ZERO } from "../../../../core/quantity"
import { Refusal } from "../../../../core/refusal"
import type { TransferRoute, TransferStatus } from "../../../../core/transfer"
import type { Run } from "../../posting/connection"
import type { StockCall } from "../../posting/poster"
import type { Needs } from "../../posting/store"
import type { StoredTransfer, TransferChange, TransferEvent } from "../../posting/transfer-columns"
import { findStep, type KeyedStep, lockTransfer, writeTransfer } from "../../posting/transfer-store"
import type { World } from "../../posting/world"
import type { Who } from "../../request-context"
import type { TransferEventName, TransferStepResult } from "../../types"
import { hashOf, refuseOtherContent } from "../by-hand"

/** Why a transfer is received that has never been sent. */
export const AT_ONCE = "at_once"

/** What a step came to: the change to write, null where nothing is to be written. */
export interface StepOutcome {
  result: TransferStepResult
  change: TransferChange | null
}

/** The key of a step, with a digest of what it is for. */
export interface StepKey {
  key: string | null
  hash: string | null
}

export function stepKey(
  what: string,
  id: string,
  input: { idempotency_key?: string | null }
): StepKey {
  const key = input.idempotency_key ?? null
  return { key, hash: key === null ? null : hashOf([what, id, input]) }
}

interface Step<Extra> {
  key?: StepKey
  /** Whether it is about a transfer that was deleted. */
  deleted?: boolean
  /** What has to be locked, once the transfer is; nothing where no stock is touched. */
  needs?: (transfer: StoredTransfer) => Needs
  /** Reads more, under lock. */
  load?: (run: Run, transfer: StoredTransfer) => Promise<Extra>
  /** Null changes nothing. */
  decide: (world: World, transfer: StoredTransfer, extra: Extra) => TransferChange | null
}

/**
 * One step of a transfer: its rows are locked, then the levels at both ends; then it is decided, and
 * stock, ledger and transfer are written, in one transaction and a number of statements that does not
 * depend on how many lines there are.
 */
export function onTransfer<Extra = void>(
  who: Who,
  id: string,
  step: Step<Extra>
): StockCall<StepOutcome, unknown> {
  const key = step.key ?? { key: null, hash: null }
  let transfer: StoredTransfer
  let earlier: KeyedStep | null
  return {
    alone: true,
    needs: {},
    async prepare(run) {
      transfer = await lockTransfer(run, id, { deleted: step.deleted })
      earlier = await findStep(run, key.key)
      return earlier ? {} : (step.needs?.(transfer) ?? {})
    },
    load: async (run) => (earlier ? undefined : await step.load?.(run, transfer)),
    decide(world, extra) {
      if (earlier) {
        return { result: repeated(key, earlier), change: null }
      }
      const change = step.decide(world, transfer, extra as Extra)
      return { result: resultOf(change, transfer), change: change && keyed(change, key) }
    },
    touched: (world, outcome) => touchedBy(world, outcome, transfer),
    async complete(run, { change }) {
      if (change) {
        await writeTransfer(run, who, change)
      }
    },
  }
}

/** A transfer that is not there yet. */
export function onNewTransfer<Extra>(
  who: Who,
  step: {
    key: StepKey
    needs?: Needs
    load: (run: Run) => Promise<Extra>
    decide: (world: World, extra: Extra) => TransferChange
  }
): StockCall<StepOutcome, unknown> {
  let earlier: KeyedStep | null
  return {
    alone: true,
    needs: {},
    async prepare(run) {
      earlier = await findStep(run, step.key.key)
      return earlier ? {} : (step.needs ?? {})
    },
    load: async (run) => (earlier ? undefined : await step.load(run)),
    decide(world, extra) {
      if (earlier) {
        return { result: repeated(step.key, earlier), change: null }
      }
      const change = step.decide(world, extra as Extra)
      return { result: resultOf(change, change.transfer), change: keyed(change, step.key) }
    },
    touched: (world, outcome) => touchedBy(world, outcome, null),
    async complete(run, { change }) {
      if (change) {
        await writeTransfer(run, who, change)
      }
    },
  }
}

/**
 * Whoever sends needs a right at the origin, whoever receives one at the destination; a move at once is
 * both. A draft that is given another origin is taken from the one it had. What puts back needs none.
 */
function touchedBy(world: World, { change }: StepOutcome, before: StoredTransfer | null): Touch[] {
  if (!change || change.event.event === "taken_back") {
    return []
  }
  const { transfer, event } = change
  const routes = before ? [before, transfer] : [transfer]
  const ends = [
    ...new Set(endsOf(event).flatMap((end) => routes.map((route) => route[`${end}Id`]))),
  ]
  const touched = world.touched().filter(({ locationId }) => ends.includes(locationId))
  const itemId = transfer.lines[0]?.itemId ?? transfer.id
  return touched.length
    ? touched
    : ends.map((locationId) => ({ itemId, locationId, quantity: ZERO }))
}

function endsOf({ event, reason }: TransferEvent): ("origin" | "destination")[] {
  switch (event) {
    case "received":
      return reason === AT_ONCE ? ["origin", "destination"] : ["destination"]
    case "closed":
      return ["destination"]
    default:
      return ["origin"]
  }
}

function keyed(change: TransferChange, { key, hash }: StepKey): TransferChange {
  return { ...change, event: { ...change.event, idempotencyKey: key, requestHash: hash } }
}

function repeated({ key, hash }: StepKey, earlier: KeyedStep): TransferStepResult {
  refuseOtherContent(key as string, earlier.request_hash, hash)
  const { transfer_id, status, receipt_id } = earlier
  return { transfer_id, status, receipt_id, repeated: true }
}

function resultOf(change: TransferChange | null, before: StoredTransfer): TransferStepResult {
  return {
    transfer_id: (change?.transfer ?? before).id,
    status: (change?.transfer ?? before).status,
    receipt_id: change?.receipt?.id ?? null,
    repeated: false,
  }
}

/** @throws Refusal `conflict` when the transfer does not stand where the step needs it */
export function requireStatus(
  { id, status }: StoredTransfer,
  allowed: readonly TransferStatus[],
  what: string
): void {
  if (!allowed.includes(status)) {
    throw Refusal.conflict(
      `Transfer ${id} is ${status}: only one that is ${allowed.join(" or ")} can be ${what}`,
      { transfer_id: id, status }
    )
  }
}

/** Where a transfer goes that was sent. */
export function routeOf({ originId, destinationId, deduction }: StoredTransfer): TransferRoute {
  return { originId, destinationId, deduction: deduction ?? "on_pending" }
}

/** Everything that a step may touch: both ends of every line, and the order lines behind holds. */
export function needsOf({ originId, destinationId, lines }: StoredTransfer): Needs {
  return {
    itemsToStock: lines.map(({ itemId }) => itemId),
    reservationsOfLineItems: lines.flatMap(({ lineItemId }) => lineItemId ?? []),
    levels: lines.flatMap(({ itemId }) => [
      { itemId, locationId: originId },
      { itemId, locationId: destinationId },
    ]),
  }
}

export function eventOf(
  event: TransferEventName,
  more: Omit<TransferEvent, "event"> = {}
): TransferEvent {
  return { event, ...more }
}
