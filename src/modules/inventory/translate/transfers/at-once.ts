import { ZERO } from "../../../../core/quantity"
import { Refusal } from "../../../../core/refusal"
import type { StockCall } from "../../posting/poster"
import type { Who } from "../../request-context"
import type { TransferAtOnceInput } from "../../types"
import { newDraft, toLines } from "./draft"
import { readEnds, requireKnownItems } from "./facts"
import { linesInBaseUnits, parseLines } from "./input"
import { send, type SendRules } from "./pending"
import { arrive } from "./receive"
import { AT_ONCE, eventOf, needsOf, onNewTransfer, stepKey, type StepOutcome } from "./step"

/** Makes a transfer, sends it and receives all of it, for a move across the room. */
export function transferAtOnce(
  who: Who,
  input: TransferAtOnceInput,
  rules: Omit<SendRules, "deduction">
): StockCall<StepOutcome, unknown> {
  const empty = newDraft(input, rules.customFields)
  const asked = parseLines(input.lines ?? [])
  if (asked.some(({ holdId }) => holdId)) {
    throw Refusal.invalid(
      "lines",
      "of a transfer at once cannot cover a hold; cover the hold instead"
    )
  }
  return onNewTransfer(who, {
    key: stepKey("at once", "", input),
    needs: needsOf({ ...empty, lines: toLines(asked, []) }),
    async load(run) {
      const unitsOf = await requireKnownItems(
        run,
        asked.map(({ itemId }) => itemId)
      )
      const draft = { ...empty, lines: toLines(linesInBaseUnits(asked, unitsOf), []) }
      return { draft, ends: await readEnds(run, empty) }
    },
    decide(world, { draft, ends }) {
      const sent = send(world, who, draft, ends, {
        ...rules,
        deduction: "on_pending",
        allowNegative: input.allow_negative ?? false,
        note: null,
      })
      const arrivals = sent.lines.map(({ itemId, quantity }) => ({
        ...{ itemId, accepted: quantity, rejected: ZERO, disposition: "discard" as const },
        ...{ reason: null, note: null },
      }))
      const { after, receipt } = arrive(world, who, sent, arrivals, {
        allowOverReceipt: false,
        note: null,
      })
      return {
        transfer: after,
        fate: "created",
        changedLines: after.lines,
        receipt,
        event: eventOf("received", { reason: AT_ONCE }),
      }
    },
  })
}
