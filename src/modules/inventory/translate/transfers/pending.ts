import { ZERO } from "../../../../core/quantity"
import { Refusal } from "../../../../core/refusal"
import { refuseShort } from "../../../../core/shortage"
import {
  type CustomField,
  missingFields,
  type OriginDeduction,
  sendEntries,
} from "../../../../core/transfer"
import type { StockCall } from "../../posting/poster"
import type { StoredTransfer } from "../../posting/transfer-columns"
import type { World } from "../../posting/world"
import type { Who } from "../../request-context"
import type { MarkPendingInput } from "../../types"
import { type Ends, readEnds } from "./facts"
import { heldFor, isAsHeld, takeHeld } from "./held"
import { moveLines, openLevels } from "./move"
import {
  eventOf,
  needsOf,
  onTransfer,
  requireStatus,
  routeOf,
  stepKey,
  type StepOutcome,
} from "./step"

/** What the options say of sending. */
export interface SendRules {
  deduction: OriginDeduction
  customFields: CustomField[]
}

/** Sends a draft on its way. */
export function markPending(
  who: Who,
  id: string,
  input: MarkPendingInput,
  rules: SendRules
): StockCall<StepOutcome, unknown> {
  return onTransfer(who, id, {
    key: stepKey("pending", id, input),
    needs: needsOf,
    async load(run, transfer) {
      requireStatus(transfer, ["draft"], "marked pending")
      return await readEnds(run, transfer)
    },
    decide(world, transfer, ends) {
      const sent = send(world, who, transfer, ends, {
        ...rules,
        allowNegative: input.allow_negative ?? false,
        note: input.note ?? null,
      })
      return {
        transfer: sent,
        fate: "updated",
        changedLines: sent.lines,
        event: eventOf("pending", { note: input.note }),
      }
    },
  })
}

/**
 * Posts what sending a transfer does.
 *
 * @throws Refusal when it is not complete, or naming every item of which the origin has not enough
 */
export function send(
  world: World,
  who: Who,
  transfer: StoredTransfer,
  ends: Ends,
  rules: SendRules & { allowNegative: boolean; note: string | null }
): StoredTransfer {
  refuseIncomplete(transfer, ends, rules.customFields)
  refuseOffSteps(world, transfer)
  const sent: StoredTransfer = { ...transfer, status: "pending", deduction: rules.deduction }
  const route = routeOf(sent)
  const unlimited = rules.allowNegative || ["virtual", "supplier"].includes(ends.origin.kind)
  const at = (locationId: string) => sent.lines.map(({ itemId }) => ({ itemId, locationId }))
  if (unlimited) {
    openLevels(world, at(sent.originId))
  } else {
    world.requireLevels(at(sent.originId))
  }
  openLevels(world, at(sent.destinationId))
  const now = route.deduction === "on_pending"
  sent.lines = sent.lines.map((line) => ({
    ...line,
    held: now ? heldFor(world, line, line.quantity) : ZERO,
  }))
  if (now && !unlimited) {
    refuseShortOrigin(world, sent)
  }
  moveLines(
    world,
    who,
    "transfer_out",
    sent.id,
    sent.lines.map((line) => ({ line, entries: sendEntries(route, line) })),
    { note: rules.note }
  )
  sent.lines.forEach((line) => takeHeld(world, line, line.held))
  return sent
}

function refuseIncomplete(
  { lines, details }: StoredTransfer,
  { destination }: Ends,
  customFields: CustomField[]
): void {
  if (!lines.length) {
    throw Refusal.invalid("lines", "must list at least one item before the transfer is sent")
  }
  const [missing] = missingFields(customFields, details.customFields)
  if (missing) {
    throw Refusal.invalid(`custom_fields.${missing.key}`, `(${missing.label}) is required`)
  }
  if (!destination.active) {
    throw Refusal.invalid("destination_id", `must be an active location; ${destination.id} is not`)
  }
}

/** The item's units may have changed since the draft was made; what is held goes as it is held. */
function refuseOffSteps(world: World, { lines }: StoredTransfer): void {
  lines.forEach((line, index) => {
    if (!isAsHeld(world, line)) {
      const { itemId, quantity } = line
      world.inBaseUnits(quantity, { itemId, field: `lines[${index}].quantity` })
    }
  })
}

function refuseShortOrigin(world: World, { originId, lines }: StoredTransfer): void {
  const short = lines.flatMap(({ itemId, quantity, held }) => {
    const { available } = world.requireLevel({ itemId, locationId: originId }).balances
    const taken = quantity.minus(held)
    return taken.isGreaterThan(0) && taken.isGreaterThan(available)
      ? [{ itemId, locationId: originId, has: available.plus(held), asked: quantity }]
      : []
  })
  refuseShort(short)
}
