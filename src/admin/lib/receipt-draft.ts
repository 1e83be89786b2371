import type { UnitsByItem } from "../../api/types/units"
import { atLeastZero, exact, type Quantity, total, ZERO } from "../../core/quantity"
import type { RejectDisposition } from "../../core/transfer"
import { readQuantity } from "./quantity-text"
import type { ShownUnits } from "./shown-units"
import { inBase, type OffSteps, offSteps, typedIn, unitOf } from "./units"

/** Rejected units of an item as they are typed. */
export interface RejectDraft {
  quantity: string
  /** As that of {@link LineDraft}. */
  unit?: string
  disposition: RejectDisposition
  reason: string
  note: string
}

/** What is typed about an item: how many are accepted, and what is rejected, in one or more parts. */
export interface LineDraft {
  accepted: string
  /** The key of the unit that it is typed in; the one that the item is shown in where none is chosen. */
  unit?: string
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
  says:
    | "no_number"
    | "below_zero"
    | "too_many"
    | "off_steps"
    | "no_quantity"
    | "not_above_zero"
    | "no_reason"
  /** For `too_many`: how many are outstanding. */
  most?: string
  /** For `off_steps`. */
  steps?: OffSteps
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
  units: UnitsByItem
  /** In which units the items are shown, unless another is chosen. */
  shown: ShownUnits
}

export const NOTHING_TYPED: LineDraft = { accepted: "", rejects: [] }

export const NEW_REJECT: RejectDraft = {
  quantity: "",
  disposition: "discard",
  reason: "",
  note: "",
}

/** A line of a receipt as the API takes it; quantities are exact decimals in base units. */
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
    more: Pick<ReceiptProblem, "most" | "steps"> = {}
  ) => problems.push({ itemId, reject, field, says, ...more })
  const read = (text: string, key: string | undefined) => readTyped(text, itemId, key, rules)

  const { quantity: accepted, steps } = typed.accepted.trim()
    ? read(typed.accepted, typed.unit)
    : { quantity: ZERO }
  if (!accepted) {
    problem(null, "quantity", "no_number")
  } else if (accepted.isLessThan(0)) {
    problem(null, "quantity", "below_zero")
  } else if (steps) {
    problem(null, "quantity", "off_steps", { steps })
  } else if (accepted.isGreaterThan(0)) {
    lines.push({ inventory_item_id: itemId, accepted: accepted.toFixed() })
  }

  let rejected = ZERO
  typed.rejects.forEach((one, index) => {
    const { quantity, steps } = read(one.quantity, one.unit)
    if (!one.quantity.trim()) {
      problem(index, "quantity", "no_quantity")
    } else if (!quantity) {
      problem(index, "quantity", "no_number")
    } else if (!quantity.isGreaterThan(0)) {
      problem(index, "quantity", "not_above_zero")
    } else if (steps) {
      problem(index, "quantity", "off_steps", { steps })
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
    problem(null, "quantity", "too_many", { most: line.outstanding })
  }
  return { lines, problems, accepted: accepted ?? ZERO, rejected }
}

/** The key of the unit in which a quantity of an item is typed; null where the item has no units. */
export function entryUnit(
  itemId: string,
  key: string | undefined,
  { units, shown }: Pick<ReceiptRules, "units" | "shown">
): string | null {
  return unitOf(units[itemId], key ?? shown[itemId])?.key ?? null
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
  rules: ReceiptRules
): ReceiptDraft {
  const lines = open.map(({ inventory_item_id: itemId, outstanding }) => {
    const typed = draft[itemId] ?? NOTHING_TYPED
    const rest = atLeastZero(exact(outstanding).minus(rejectedOf(itemId, typed, rules)))
    return [
      itemId,
      rest.isZero() ? { ...typed, accepted: "" } : accepting(itemId, typed, rest, rules),
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
  const before = typed.accepted.trim()
    ? readTyped(typed.accepted, itemId, typed.unit, rules).quantity
    : ZERO
  if (!before) {
    return { says: "off", draft: null }
  }
  const accepted = before.plus(times)
  const rejected = rejectedOf(itemId, typed, rules)
  if (!rules.allowOver && accepted.plus(rejected).isGreaterThan(line.outstanding)) {
    return { says: "beyond", draft: null }
  }
  return {
    draft: { ...draft, [itemId]: accepting(itemId, typed, accepted, rules) },
    accepted: accepted.toFixed(),
  }
}

/** So much is accepted: in the unit that is typed in, or in base units where that does not take it. */
function accepting(
  itemId: string,
  typed: LineDraft,
  accepted: Quantity,
  rules: ReceiptRules
): LineDraft {
  const key = entryUnit(itemId, typed.unit, rules)
  const { text, unit } = typedIn(accepted.toFixed(), rules.units[itemId], key, rules.locale)
  return { ...typed, accepted: text, ...(unit !== null && { unit }) }
}

function rejectedOf(itemId: string, { rejects }: LineDraft, rules: ReceiptRules): Quantity {
  return total(
    rejects.map(({ quantity, unit }) => readTyped(quantity, itemId, unit, rules).quantity ?? ZERO)
  )
}

/** What is typed, in base units; null where it is no number. `steps`: it is off those of its unit. */
function readTyped(
  text: string,
  itemId: string,
  key: string | undefined,
  { locale, units, shown }: ReceiptRules
): { quantity: Quantity | null; steps?: OffSteps } {
  const unit = unitOf(units[itemId], key ?? shown[itemId])
  const quantity = readQuantity(text, locale)
  const steps = quantity && offSteps(quantity, unit)
  return { quantity: quantity && inBase(quantity, unit), ...(steps && { steps }) }
}
