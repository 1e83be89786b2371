import { atLeastZero, exact, type Quantity, total, ZERO } from "../../core/quantity"
import type { RejectDisposition } from "../../core/transfer"
import { quantityText, readQuantity } from "./quantity-text"

/** Rejected units of an item as they are typed. */
export interface RejectDraft {
  quantity: string
  disposition: RejectDisposition
  reason: string
  note: string
}

/** What is typed about an item: how many are accepted, and what is rejected, in one or more parts. */
export interface LineDraft {
  accepted: string
  rejects: RejectDraft[]
}

/** By item; what is not there has nothing typed. */
export type ReceiptDraft = Record<string, LineDraft>

/** Why a draft cannot be sent; the words are the translations' `transfers.problems.<says>`. */
export interface ReceiptProblem {
  itemId: string
  /** The rejected part that it is about; null for what is accepted, or for the item as a whole. */
  reject: number | null
  field: "quantity" | "reason"
  says: "no_number" | "below_zero" | "too_many" | "no_quantity" | "not_above_zero" | "no_reason"
  /** For `too_many`: how many are outstanding. */
  most?: string
}

/** What the form knows of an item. */
export interface OpenLine {
  inventory_item_id: string
  /** An exact decimal. */
  outstanding: string
}

/** How quantities are typed, and whether more may arrive than was sent. */
export interface ReceiptRules {
  /** A BCP 47 tag, for the decimal sign. */
  locale: string
  allowOver: boolean
}

export const NOTHING_TYPED: LineDraft = { accepted: "", rejects: [] }

export const NEW_REJECT: RejectDraft = {
  quantity: "",
  disposition: "discard",
  reason: "",
  note: "",
}

/** A line of a receipt as the API takes it; quantities are exact decimals. */
export interface ReceivedLine {
  inventory_item_id: string
  accepted?: string
  rejected?: string
  disposition?: RejectDisposition
  reason?: string
  note?: string | null
}

/** What a draft comes to. */
export interface ReadReceipt {
  lines: ReceivedLine[]
  problems: ReceiptProblem[]
  accepted: Quantity
  rejected: Quantity
}

/** How much of an item a receipt is about, accepted and rejected. */
export function receivedOf(lines: ReceivedLine[], itemId: string): Quantity {
  const parts = lines.filter((line) => line.inventory_item_id === itemId)
  return total(parts.flatMap((line) => [exact(line.accepted ?? 0), exact(line.rejected ?? 0)]))
}

/** Reads what was typed, item by item. */
export function readReceipt(
  open: OpenLine[],
  draft: ReceiptDraft,
  rules: ReceiptRules
): ReadReceipt {
  const read = open.map((line) =>
    readLine(line, draft[line.inventory_item_id] ?? NOTHING_TYPED, rules)
  )
  return {
    lines: read.flatMap((one) => one.lines),
    problems: read.flatMap((one) => one.problems),
    accepted: total(read.map((one) => one.accepted)),
    rejected: total(read.map((one) => one.rejected)),
  }
}

function readLine(line: OpenLine, typed: LineDraft, rules: ReceiptRules): ReadReceipt {
  const itemId = line.inventory_item_id
  const problems: ReceiptProblem[] = []
  const lines: ReceivedLine[] = []
  const problem = (
    reject: number | null,
    field: ReceiptProblem["field"],
    says: ReceiptProblem["says"],
    most?: string
  ) => problems.push({ itemId, reject, field, says, most })

  const accepted = typed.accepted.trim() ? readQuantity(typed.accepted, rules.locale) : ZERO
  if (!accepted) {
    problem(null, "quantity", "no_number")
  } else if (accepted.isLessThan(0)) {
    problem(null, "quantity", "below_zero")
  } else if (accepted.isGreaterThan(0)) {
    lines.push({ inventory_item_id: itemId, accepted: accepted.toFixed() })
  }

  let rejected = ZERO
  typed.rejects.forEach((one, index) => {
    const quantity = readQuantity(one.quantity, rules.locale)
    if (!one.quantity.trim()) {
      problem(index, "quantity", "no_quantity")
    } else if (!quantity) {
      problem(index, "quantity", "no_number")
    } else if (!quantity.isGreaterThan(0)) {
      problem(index, "quantity", "not_above_zero")
    } else {
      rejected = rejected.plus(quantity)
      lines.push({
        inventory_item_id: itemId,
        rejected: quantity.toFixed(),
        disposition: one.disposition,
        reason: one.reason.trim(),
        note: one.note.trim() || null,
      })
    }
    if (!one.reason.trim()) {
      problem(index, "reason", "no_reason")
    }
  })

  const arrived = (accepted ?? ZERO).plus(rejected)
  if (!problems.length && !rules.allowOver && arrived.isGreaterThan(line.outstanding)) {
    problem(null, "quantity", "too_many", line.outstanding)
  }
  return { lines, problems, accepted: accepted ?? ZERO, rejected }
}

/** The draft with an item's part changed. */
export function withLine(
  draft: ReceiptDraft,
  itemId: string,
  change: (line: LineDraft) => LineDraft
): ReceiptDraft {
  return { ...draft, [itemId]: change(draft[itemId] ?? NOTHING_TYPED) }
}

/** Accepts all of what is outstanding of some items and not rejected. */
export function acceptAll(
  draft: ReceiptDraft,
  open: OpenLine[],
  { locale }: ReceiptRules
): ReceiptDraft {
  const lines = open.map(({ inventory_item_id: itemId, outstanding }) => {
    const { rejects } = draft[itemId] ?? NOTHING_TYPED
    const rejected = total(rejects.map(({ quantity }) => readQuantity(quantity, locale) ?? ZERO))
    const rest = atLeastZero(exact(outstanding).minus(rejected))
    return [
      itemId,
      { rejects, accepted: rest.isZero() ? "" : quantityText(rest.toFixed(), locale) },
    ]
  })
  return { ...draft, ...(Object.fromEntries(lines) as ReceiptDraft) }
}

/** What came of a scan. */
export type Scanned =
  { draft: ReceiptDraft; accepted: string } | { says: "beyond" | "off"; draft: null }

/** Accepts some more of an item, unless that would be more than is outstanding. */
export function acceptMore(
  draft: ReceiptDraft,
  line: OpenLine,
  times: Quantity,
  rules: ReceiptRules
): Scanned {
  const itemId = line.inventory_item_id
  const typed = draft[itemId] ?? NOTHING_TYPED
  const before = typed.accepted.trim() ? readQuantity(typed.accepted, rules.locale) : ZERO
  if (!before) {
    return { says: "off", draft: null }
  }
  const accepted = before.plus(times)
  const rejected = total(
    typed.rejects.map(({ quantity }) => readQuantity(quantity, rules.locale) ?? ZERO)
  )
  if (!rules.allowOver && accepted.plus(rejected).isGreaterThan(line.outstanding)) {
    return { says: "beyond", draft: null }
  }
  const text = quantityText(accepted.toFixed(), rules.locale)
  return {
    draft: { ...draft, [itemId]: { ...typed, accepted: text } },
    accepted: accepted.toFixed(),
  }
}
