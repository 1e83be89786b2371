import { parseNonNegative, parseQuantity, type Quantity, ZERO } from "../../../../core/quantity"
import { Refusal } from "../../../../core/refusal"
import {
  type Arrival,
  type CustomField,
  readCustomFields,
  REJECT_DISPOSITIONS,
} from "../../../../core/transfer"
import { type Entered, inBaseUnits } from "../../../../core/units"
import type { TransferDetails } from "../../posting/transfer-columns"
import type { ReceiptLineInput, TransferDetailsInput, TransferLineInput } from "../../types"
import type { World } from "../../posting/world"
import { refuseReason } from "../by-hand"
import type { UnitsOf } from "./facts"

/** A line as it is asked for. */
export interface AskedLine {
  itemId: string
  quantity: Quantity
  /** The unit in which it is. */
  unit?: string | null
  /** How a refusal names the quantity. */
  field: string
  /** Undefined leaves the line's as it is. */
  holdId: string | null | undefined
}

/** @throws Refusal `invalid_data` naming the line whose quantity is wrong, or whose item came before */
export function parseLines(inputs: TransferLineInput[]): AskedLine[] {
  const seen = new Set<string>()
  return inputs.map((input, index) => {
    const at = `lines[${index}]`
    const field = `${at}.quantity`
    const quantity = parseQuantity(input.quantity, field)
    if (!quantity.isGreaterThan(0)) {
      throw Refusal.invalid(field, `must be above zero, but is ${quantity.toFixed()}`)
    }
    if (seen.has(input.inventory_item_id)) {
      throw Refusal.invalid(
        `${at}.inventory_item_id`,
        `must be another item: ${input.inventory_item_id} is on the transfer already`
      )
    }
    seen.add(input.inventory_item_id)
    const { inventory_item_id: itemId, unit, hold_id: holdId } = input
    return { itemId, quantity, unit, field, holdId }
  })
}

/**
 * The lines in base units. Those that cover a hold are compared with what is held when they are tied to it.
 *
 * @throws Refusal `invalid_data` naming the line whose quantity its unit does not take
 */
export function linesInBaseUnits(lines: AskedLine[], unitsOf: UnitsOf): AskedLine[] {
  return lines.map((line) => {
    const { quantity, itemId, unit, holdId } = line
    return holdId && unit == null
      ? line
      : { ...line, unit: null, quantity: inBaseUnits(quantity, line, unitsOf(itemId)) }
  })
}

/** @throws Refusal `invalid_data` */
export function refuseSameEnds({
  originId,
  destinationId,
}: {
  originId: string
  destinationId: string
}) {
  if (originId === destinationId) {
    throw Refusal.invalid("destination_id", "must differ from origin_id")
  }
}

export const NO_DETAILS: TransferDetails = {
  reference: null,
  note: null,
  expectedAt: null,
  carrier: null,
  trackingNumber: null,
  trackingUrl: null,
  metadata: null,
  customFields: {},
}

/** What a transfer says, with what is to change of it; fields that are not given stay. */
export function mergeDetails(
  before: TransferDetails,
  input: TransferDetailsInput,
  declared: CustomField[]
): TransferDetails {
  const given = <T>(value: T | undefined, old: T): T => (value === undefined ? old : value)
  return {
    reference: given(input.reference, before.reference),
    note: given(input.note, before.note),
    expectedAt:
      input.expected_at === undefined ? before.expectedAt : parseMoment(input.expected_at),
    carrier: given(input.carrier, before.carrier),
    trackingNumber: given(input.tracking_number, before.trackingNumber),
    trackingUrl: given(input.tracking_url, before.trackingUrl),
    metadata: given(input.metadata, before.metadata),
    customFields:
      input.custom_fields === undefined
        ? before.customFields
        : input.custom_fields === null
          ? {}
          : withoutNulls({
              ...before.customFields,
              ...readCustomFields(declared, input.custom_fields),
              ...emptied(input.custom_fields),
            }),
  }
}

function emptied(values: Record<string, unknown>): Record<string, null> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      value === null || value === "" ? [[key, null] as const] : []
    )
  )
}

function withoutNulls<T>(values: Record<string, T | null>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(values).filter((pair): pair is [string, T] => pair[1] !== null)
  )
}

function parseMoment(value: string | Date | null): string | null {
  if (value === null) {
    return null
  }
  const moment = new Date(value)
  if (Number.isNaN(moment.getTime())) {
    throw Refusal.invalid("expected_at", `must be a date, not "${String(value).slice(0, 40)}"`)
  }
  return moment.toISOString()
}

/** What has arrived, and why what was rejected was. */
export interface AskedArrival extends Arrival {
  reason: string | null
  note: string | null
}

/** What has arrived, in the unit in which it was counted. */
export type EnteredArrival = AskedArrival & Omit<Entered, "itemId">

/** @throws Refusal `invalid_data` naming the line whose unit does not take what arrived */
export function arrivalsInBaseUnits(world: World, arrivals: EnteredArrival[]): AskedArrival[] {
  return arrivals.map(({ unit, field, ...arrival }) => {
    const inBase = (of: "accepted" | "rejected") =>
      world.inBaseUnits(arrival[of], { itemId: arrival.itemId, unit, field: `${field}.${of}` })
    return { ...arrival, accepted: inBase("accepted"), rejected: inBase("rejected") }
  })
}

/** @throws Refusal `invalid_data` naming the line that is wrong; lines of nothing are left out */
export function parseArrivals(
  inputs: ReceiptLineInput[],
  reasons: readonly string[] | null
): EnteredArrival[] {
  return inputs
    .map((input, index): EnteredArrival => {
      const at = `lines[${index}]`
      const accepted = parseNonNegative(input.accepted ?? ZERO, `${at}.accepted`)
      const rejected = parseNonNegative(input.rejected ?? ZERO, `${at}.rejected`)
      const disposition = input.disposition ?? "discard"
      if (!REJECT_DISPOSITIONS.includes(disposition)) {
        throw Refusal.invalid(
          `${at}.disposition`,
          `must be one of ${REJECT_DISPOSITIONS.join(", ")}`
        )
      }
      const reason = input.reason?.trim() || null
      if (rejected.isGreaterThan(0) && !reason) {
        throw Refusal.invalid(`${at}.reason`, "is needed where units are rejected")
      }
      refuseReason(reason, reasons)
      return {
        itemId: input.inventory_item_id,
        ...{ accepted, rejected, disposition, reason },
        note: input.note ?? null,
        ...{ unit: input.unit, field: at },
      }
    })
    .filter(({ accepted, rejected }) => accepted.plus(rejected).isGreaterThan(0))
}
