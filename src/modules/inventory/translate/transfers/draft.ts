import { ZERO } from "../../../../core/quantity"
import type { CustomField } from "../../../../core/transfer"
import { newId } from "../../ids"
import type { StockCall } from "../../posting/poster"
import type { StoredLine, StoredTransfer } from "../../posting/transfer-columns"
import type { Who } from "../../request-context"
import type { CreateTransferInput, UpdateTransferInput } from "../../types"
import { readEnds, requireKnownItems, tieToHolds } from "./facts"
import {
  type AskedLine,
  linesInBaseUnits,
  mergeDetails,
  NO_DETAILS,
  parseLines,
  refuseSameEnds,
} from "./input"
import {
  eventOf,
  onNewTransfer,
  onTransfer,
  requireStatus,
  stepKey,
  type StepOutcome,
} from "./step"

/** Makes a draft. Nothing moves. */
export function createTransfer(
  who: Who,
  input: CreateTransferInput,
  rules: { customFields: CustomField[] }
): StockCall<StepOutcome, unknown> {
  const empty = newDraft(input, rules.customFields)
  const asked = parseLines(input.lines ?? [])
  return onNewTransfer(who, {
    key: stepKey("create", "", input),
    async load(run) {
      await readEnds(run, empty)
      const unitsOf = await requireKnownItems(run, itemsOf(asked))
      const draft = { ...empty, lines: toLines(linesInBaseUnits(asked, unitsOf), []) }
      return { ...draft, lines: await tieToHolds(run, draft, unitsOf, () => true) }
    },
    decide: (_world, transfer) => ({
      transfer,
      fate: "created",
      changedLines: transfer.lines,
      event: eventOf("created"),
    }),
  })
}

/** A draft as it is asked for, without its lines. */
export function newDraft(input: CreateTransferInput, customFields: CustomField[]): StoredTransfer {
  const draft: StoredTransfer = {
    id: newId("itran"),
    status: "draft",
    originId: input.origin_id,
    destinationId: input.destination_id,
    deduction: null,
    details: mergeDetails(NO_DETAILS, input, customFields),
    lines: [],
  }
  refuseSameEnds(draft)
  return draft
}

/** Changes a transfer: everything of a draft, else what it says besides its route and its items. */
export function updateTransfer(
  who: Who,
  id: string,
  input: UpdateTransferInput,
  rules: { customFields: CustomField[] }
): StockCall<StepOutcome, unknown> {
  const asked = input.lines && parseLines(input.lines)
  const added = input.added_lines && parseLines(input.added_lines)
  const ofDraft = [input.origin_id, input.destination_id, asked, added].some(
    (one) => one !== undefined
  )
  return onTransfer(who, id, {
    async load(run, transfer) {
      if (ofDraft) {
        requireStatus(transfer, ["draft"], "given another route or other items")
      }
      const before = new Map(transfer.lines.map((line) => [line.itemId, line]))
      const unitsOf = await requireKnownItems(
        run,
        itemsOf([...(asked ?? []), ...(added ?? [])]),
        (itemId) => before.has(itemId)
      )
      const inBase = (lines: AskedLine[]) => linesInBaseUnits(lines, unitsOf)
      const next: StoredTransfer = {
        ...transfer,
        originId: input.origin_id ?? transfer.originId,
        destinationId: input.destination_id ?? transfer.destinationId,
        details: mergeDetails(transfer.details, input, rules.customFields),
        lines: ofDraft
          ? toLines(
              addLines(asked ? inBase(asked) : transfer.lines, inBase(added ?? [])),
              transfer.lines
            )
          : transfer.lines,
      }
      if (!ofDraft) {
        return next
      }
      refuseSameEnds(next)
      await readEnds(run, next)
      const lines = await tieToHolds(
        run,
        next,
        unitsOf,
        ({ itemId, holdId }) => holdId !== before.get(itemId)?.holdId
      )
      return { ...next, lines }
    },
    decide: (_world, _before, transfer) => ({
      transfer,
      fate: "updated",
      changedLines: ofDraft ? transfer.lines : [],
      relined: asked !== undefined,
      event: eventOf("updated"),
    }),
  })
}

/** Deletes a draft; its number is not used again. */
export function deleteTransfer(who: Who, id: string): StockCall<StepOutcome, unknown> {
  return onTransfer(who, id, {
    decide(_world, transfer) {
      requireStatus(transfer, ["draft"], "deleted; cancel it instead")
      return { transfer, fate: "deleted", changedLines: [], event: eventOf("deleted") }
    },
  })
}

/** Brings a deleted draft back, for a workflow that fails later. */
export function restoreTransfer(who: Who, id: string): StockCall<StepOutcome, unknown> {
  return onTransfer(who, id, {
    deleted: true,
    decide: (_world, transfer) => ({
      transfer,
      fate: "updated",
      changedLines: [],
      event: eventOf("taken_back", { reason: "taken_back" }),
    }),
  })
}

/** A new draft of what another transfer carried. What was of that one journey stays behind. */
export function duplicateTransfer(
  who: Who,
  id: string,
  input: { idempotency_key?: string | null }
): StockCall<StepOutcome, unknown> {
  return onTransfer(who, id, {
    key: stepKey("duplicate", id, input),
    decide(_world, original) {
      const { reference, note, carrier, metadata, customFields } = original.details
      const lines = original.lines.map(({ itemId, quantity }) => ({
        itemId,
        quantity,
        holdId: null,
      }))
      const transfer: StoredTransfer = {
        ...original,
        id: newId("itran"),
        status: "draft",
        deduction: null,
        details: { ...NO_DETAILS, reference, note, carrier, metadata, customFields },
        lines: toLines(lines, []),
      }
      return {
        transfer,
        fate: "created",
        changedLines: transfer.lines,
        event: eventOf("created", { reason: `duplicate of ${id}` }),
      }
    },
  })
}

/** A line in base units, asked for now or there before. */
type WantedLine = Pick<AskedLine, "itemId" | "quantity" | "holdId">

/** What is added goes to the line of its item, or behind the others. */
function addLines(lines: WantedLine[], added: AskedLine[]): WantedLine[] {
  const more = new Map(added.map((line) => [line.itemId, line]))
  const known = new Set(lines.map(({ itemId }) => itemId))
  return [
    ...lines.map((line) => ({
      ...line,
      quantity: line.quantity.plus(more.get(line.itemId)?.quantity ?? ZERO),
    })),
    ...added.filter(({ itemId }) => !known.has(itemId)),
  ]
}

/** Lines in the order in which they are asked for; those that stay keep their ids. */
export function toLines(asked: WantedLine[], before: StoredLine[]): StoredLine[] {
  const known = new Map(before.map((line) => [line.itemId, line]))
  return asked.map(({ itemId, quantity, holdId }, position): StoredLine => {
    const old = known.get(itemId)
    return {
      id: old?.id ?? newId("itline"),
      ...{ position, itemId, quantity, accepted: ZERO, rejected: ZERO, ended: ZERO, held: ZERO },
      holdId: holdId === undefined ? (old?.holdId ?? null) : holdId,
      orderId: null,
      lineItemId: null,
    }
  })
}

function itemsOf(lines: { itemId: string }[]): string[] {
  return [...new Set(lines.map(({ itemId }) => itemId))]
}
