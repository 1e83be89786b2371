import type { TransferResponse } from "../../api/types/transfers"
import type { UnitsByItem } from "../../api/types/units"
import { exact, type Quantity } from "../../core/quantity"
import type { CustomField, CustomFieldValue } from "../../core/transfer"
import { quantityText, readQuantity } from "./quantity-text"
import type { ShownUnits } from "./shown-units"
import {
  inBase,
  type ItemUnits,
  type OffSteps,
  offSteps,
  readInUnit,
  typedIn,
  unitOf,
} from "./units"

/** A transfer as the API answers it. */
export type Transfer = TransferResponse["transfer"]

/** An item, as far as people have to tell it from others. */
export interface DraftItem {
  id: string
  sku: string | null
  title: string | null
  units?: ItemUnits
}

/** A line of a transfer as it is being typed. */
export interface DraftLine extends DraftItem {
  quantity: string
  /** The key of the unit that it is typed in; the base unit where there is none. */
  unit: string | null
  /** The order's shortfall that it covers. */
  holdId: string | null
  /** What is held for that shortfall, exact. */
  held: string
  orderId: string | null
}

/** What a transfer says besides its route and items, as it is being typed. */
export interface DraftDetails {
  reference: string
  note: string
  /** A moment as the API has it. */
  expectedAt: string | null
  carrier: string
  trackingNumber: string
  trackingUrl: string
  /** The merchant's own fields, by key. */
  custom: Record<string, CustomFieldValue>
}

/** A transfer as it is being typed. */
export interface TransferDraft extends DraftDetails {
  originId: string
  destinationId: string
  lines: DraftLine[]
}

export const EMPTY_DRAFT: TransferDraft = {
  originId: "",
  destinationId: "",
  lines: [],
  reference: "",
  note: "",
  expectedAt: null,
  carrier: "",
  trackingNumber: "",
  trackingUrl: "",
  custom: {},
}

/** What the form starts from, of a transfer that is there. */
export function draftOf(
  transfer: Transfer,
  { units, shown, locale }: { units: UnitsByItem; shown: ShownUnits; locale: string }
): TransferDraft {
  const numbers = Object.entries(transfer.custom_fields).map(([key, value]) => [
    key,
    typeof value === "number" ? quantityText(String(value), locale) : value,
  ])
  return {
    originId: transfer.origin_id,
    destinationId: transfer.destination_id,
    lines: transfer.lines.map((line) => ({
      id: line.inventory_item_id,
      sku: line.sku,
      title: line.title,
      units: units[line.inventory_item_id],
      ...typedQuantity(
        line.quantity,
        units[line.inventory_item_id],
        shown[line.inventory_item_id],
        locale
      ),
      holdId: line.hold_quantity === null ? null : line.hold_id,
      held: line.hold_quantity ?? "0",
      orderId: line.order_id,
    })),
    reference: transfer.reference ?? "",
    note: transfer.note ?? "",
    expectedAt: transfer.expected_at,
    carrier: transfer.carrier ?? "",
    trackingNumber: transfer.tracking_number ?? "",
    trackingUrl: transfer.tracking_url ?? "",
    custom: Object.fromEntries(numbers) as TransferDraft["custom"],
  }
}

/**
 * An item is chosen or scanned: a new line of one, or one more of the line that it has.
 *
 * @param unit - of which there is one more; the base unit where it is left out, as of what is scanned
 */
export function withItem(
  draft: TransferDraft,
  item: DraftItem,
  locale: string,
  unit: string | null = null
): TransferDraft {
  const quantity = inBase(exact(1), unitOf(item.units, unit)).toFixed()
  return withItems(draft, [{ ...item, quantity, unit }], "add", locale)
}

/** In which unit one more of an item is meant that is chosen: that of its line, else the one it is shown in. */
export function unitOfChoice(
  draft: TransferDraft,
  itemId: string,
  shown: ShownUnits
): string | null {
  const line = draft.lines.find(({ id }) => id === itemId)
  return line ? line.unit : (shown[itemId] ?? null)
}

/** An item with an exact quantity in base units, and the unit that a new line shows it in. */
export interface CountedItem extends DraftItem {
  quantity: string
  unit?: string | null
}

/**
 * Items with quantities, of a file: in the place of the lines, or on top of them. A quantity that cannot be
 * read counts as nothing. A line keeps its unit, unless what it comes to is not in its steps.
 */
export function withItems(
  draft: TransferDraft,
  items: CountedItem[],
  mode: "add" | "replace",
  locale: string
): TransferDraft {
  const old = new Map(draft.lines.map((line) => [line.id, line]))
  const given = new Map(items.map((item) => [item.id, item]))
  const sum = (line: DraftLine, more: string) =>
    readLine(line, locale)?.plus(more).toFixed() ?? more
  const kept =
    mode === "add"
      ? draft.lines.map((line) => {
          const more = given.get(line.id)?.quantity
          return more
            ? { ...line, ...typedQuantity(sum(line, more), line.units, line.unit, locale) }
            : line
        })
      : []
  const fresh = items
    .filter(({ id }) => mode === "replace" || !old.has(id))
    .map(({ id, sku, title, units, quantity, unit }) => ({
      ...{ holdId: null, held: "0", orderId: null },
      ...old.get(id),
      ...{ id, sku, title, units, ...typedQuantity(quantity, units, unit, locale) },
    }))
  return { ...draft, lines: [...kept, ...fresh] }
}

/** A line's quantity in base units; null where what is typed is none, or off its unit's steps. */
export function readLine(line: DraftLine, locale: string): Quantity | null {
  const { quantity, units, unit, held } = line
  return isAsHeld(line, locale) ? exact(held) : readInUnit(quantity, unitOf(units, unit), locale)
}

/** What is held for an order goes as it is held: it can be older than the item's units. */
function isAsHeld({ quantity, units, unit, holdId, held }: DraftLine, locale: string): boolean {
  const number = readQuantity(quantity, locale)
  return holdId !== null && !!number && inBase(number, unitOf(units, unit)).isEqualTo(held)
}

function typedQuantity(
  quantity: string,
  units: ItemUnits,
  key: string | null | undefined,
  locale: string
): Pick<DraftLine, "quantity" | "unit"> {
  const { text, unit } = typedIn(quantity, units, key, locale)
  return { quantity: text, unit }
}

export function withQuantity(
  draft: TransferDraft,
  id: string,
  typed: Partial<Pick<DraftLine, "quantity" | "unit">>
): TransferDraft {
  return {
    ...draft,
    lines: draft.lines.map((line) => (line.id === id ? { ...line, ...typed } : line)),
  }
}

export function withoutItem(draft: TransferDraft, id: string): TransferDraft {
  return { ...draft, lines: draft.lines.filter((line) => line.id !== id) }
}

/** The other way round. What is held for an order goes one way only. */
export function turned(draft: TransferDraft): TransferDraft {
  return withRoute(draft, { originId: draft.destinationId, destinationId: draft.originId })
}

/** Another route: what is held for orders is held where it was, so that the lines are ordinary ones then. */
export function withRoute(
  draft: TransferDraft,
  route: Partial<Pick<TransferDraft, "originId" | "destinationId">>
): TransferDraft {
  const lines = draft.lines.map((line) => ({ ...line, holdId: null, held: "0", orderId: null }))
  return { ...draft, ...route, lines }
}

/** What stands against a draft; `at` names the field as the API does. */
export interface DraftProblem {
  at: string
  says:
    | "no_origin"
    | "no_destination"
    | "same_ends"
    | "inactive"
    | "no_items"
    | "no_number"
    | "not_above_zero"
    | "off_steps"
    | "no_url"
    | "required"
  /** For `off_steps`. */
  steps?: OffSteps
}

/** What must be put right before a draft is saved, or sent. */
export function problemsOf(
  draft: TransferDraft,
  { locale, fields, sending, inactive, details }: DraftRules
): DraftProblem[] {
  const problems: DraftProblem[] = []
  const say = (at: string, says: DraftProblem["says"], steps?: OffSteps) =>
    problems.push({ at, says, ...(steps && { steps }) })
  if (!details) {
    if (!draft.originId) {
      say("origin_id", "no_origin")
    }
    if (!draft.destinationId) {
      say("destination_id", "no_destination")
    } else if (draft.originId === draft.destinationId) {
      say("destination_id", "same_ends")
    } else if (sending && inactive.has(draft.destinationId)) {
      say("destination_id", "inactive")
    }
    if (sending && !draft.lines.length) {
      say("lines", "no_items")
    }
    for (const line of draft.lines) {
      const number = readQuantity(line.quantity, locale)
      const steps = number && offSteps(number, unitOf(line.units, line.unit))
      if (!number?.isGreaterThan(0)) {
        say(lineAt(line.id), number ? "not_above_zero" : "no_number")
      } else if (steps && !isAsHeld(line, locale)) {
        say(lineAt(line.id), "off_steps", steps)
      }
    }
  }
  const url = draft.trackingUrl.trim()
  if (url && !(/^https?:/i.test(url) && URL.canParse(url))) {
    say("tracking_url", "no_url")
  }
  for (const field of fields) {
    const value = draft.custom[field.key] ?? ""
    if (value === "" && field.required && sending) {
      say(customAt(field.key), "required")
    }
    if (value !== "" && field.type === "number" && numberOf(value, locale) === null) {
      say(customAt(field.key), "no_number")
    }
  }
  return problems
}

export interface DraftRules {
  locale: string
  /** The merchant's own. */
  fields: CustomField[]
  /** Whether it is to be sent, which asks for more than saving. */
  sending: boolean
  /** The locations to which nothing goes. */
  inactive: ReadonlySet<string>
  /** Whether only the details are changed, since it has been sent. */
  details: boolean
}

/** Names a line's field: lines are moved about, items come once. */
export function lineAt(itemId: string): string {
  return `lines.${itemId}`
}

export function customAt(key: string): string {
  return `custom_fields.${key}`
}

/** The details as the API takes them; what is empty goes. */
export function detailsBody(draft: TransferDraft, fields: CustomField[], locale: string) {
  const text = (value: string) => value.trim() || null
  return {
    reference: text(draft.reference),
    note: text(draft.note),
    expected_at: draft.expectedAt,
    carrier: text(draft.carrier),
    tracking_number: text(draft.trackingNumber),
    tracking_url: text(draft.trackingUrl),
    custom_fields: Object.fromEntries(
      fields.map(({ key, type }): [string, CustomFieldValue] => {
        const value = draft.custom[key] ?? null
        return [
          key,
          type === "number" ? numberOf(value ?? "", locale) : value === "" ? null : value,
        ]
      })
    ),
  }
}

/**
 * The whole of a draft as the API takes it, in base units: what was previewed is what is sent. What is typed
 * is never sent as it is, for it would be taken for base units; where it is no quantity, neither is what is sent.
 */
export function draftBody(draft: TransferDraft, fields: CustomField[], locale: string) {
  return {
    origin_id: draft.originId,
    destination_id: draft.destinationId,
    lines: draft.lines.map((line) => ({
      inventory_item_id: line.id,
      quantity: readLine(line, locale)?.toFixed() ?? "",
      hold_id: line.holdId,
    })),
    ...detailsBody(draft, fields, locale),
  }
}

/** A number of the merchant's own is one of JSON, not a quantity. */
function numberOf(value: CustomFieldValue, locale: string): number | null {
  const read = readQuantity(String(value), locale)
  return read && Number(read.toFixed())
}

/**
 * The field that a refusal is about, named as the problems are, and the message without its name. The
 * message begins with the field.
 */
export function refusedPart(
  message: string,
  draft: TransferDraft
): { at: string | null; problem: string } {
  const [, field, line, problem] =
    message.match(
      /^(?:Invalid request: )?(origin_id|destination_id|lines(?:\[(\d+)\]\.\w+)?|reference|note|expected_at|carrier|tracking_number|tracking_url|custom_fields\.\S+) (.+)$/s
    ) ?? []
  if (!field) {
    return { at: null, problem: message }
  }
  const item = line === undefined ? undefined : draft.lines[Number(line)]
  return { at: item ? lineAt(item.id) : field, problem }
}

/** Noon in Greenwich of a day as the person has chosen it: the same day nearly everywhere. */
export function momentOfDay(day: Date | null): string | null {
  return (
    day && new Date(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate(), 12)).toISOString()
  )
}

/** A day as the API writes it: 2026-11-25. */
export function dayText(day: Date | null): string | null {
  return momentOfDay(day)?.slice(0, 10) ?? null
}

/** The day that `dayText` wrote, for a field. */
export function dayOf(text: unknown): Date | null {
  const [, year, month, day] = String(text ?? "").match(/^(\d{4})-(\d{2})-(\d{2})$/) ?? []
  return year ? new Date(Number(year), Number(month) - 1, Number(day)) : null
}
