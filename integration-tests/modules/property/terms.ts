import type { Flow } from "../../../src/modules/inventory"
import { type Decimal, decimal } from "./decimal"

export const STATES = [
  "available",
  "committed",
  "reserved",
  "damaged",
  "safety",
  "quality_control",
  "incoming",
  "fulfilled",
] as const

export type State = (typeof STATES)[number]
export type Balances = Record<State, Decimal>

export interface Key {
  item: string
  location: string
}

export interface Entry extends Key {
  state: State
  quantity: Decimal
}

export interface Movement {
  /** Given by the engine; known once the call has been made. */
  id?: string
  kind: string
  reason?: string | null
  entries: Entry[]
  line: string | null
  reservation: string | null
  reverses: string | null
  key: string | null
  /** Which fulfilment it is of, by what Medusa says; the ledger learns it when the order is settled. */
  fulfilment?: string
}

/** A row of Medusa's `inventory_level`, live or soft-deleted. */
export interface LevelRow extends Key {
  id: string
  /** When it was soft-deleted, and what it held then. */
  closed: { at: number; held: Balances } | null
}

export interface Reservation extends Key {
  id: string
  line: string | null
  quantity: Decimal
  backorder: boolean
  deletedAt: number | null
  /** How many movements there were when it was changed last. */
  changed?: number
}

/** A line of an order, as the Order Module has it. */
export interface OrderLine {
  id: string
  order: string
  channel: string
  ordered: Decimal
  fulfilled: Decimal
}

/** What has been shipped of one item against an order line, as Medusa says. */
export interface Fulfilment extends Key {
  id: string
  order: string
  line: string
  /** In units of the line. */
  units: Decimal
  /** In units of the item. */
  quantity: Decimal
  canceled: boolean
  /** Whether the ledger has been told which of its movements it is. */
  settled: boolean
}

/** Stock that is held at one location for an order line that is committed at another. */
export interface Hold extends Key {
  /** Given by the engine; known once the call has been made. */
  id?: string
  order: string
  line: string
  committedAt: string
  quantity: Decimal
  /** Null while it lives; else the deleted reservation with which it would come back. */
  releasedWith: string | null
}

export type RefusalType = "invalid_data" | "not_found" | "not_allowed" | "conflict"

export class Refused extends Error {
  constructor(readonly type: RefusalType) {
    super(type)
  }
}

export interface ChangeInput {
  op: "set" | "adjust" | "count" | "move"
  inventory_item_id: string
  location_id: string
  state?: string
  from?: string
  to?: string
  quantity: unknown
  expected?: unknown
}

export interface ChangesInput {
  changes: ChangeInput[]
  reason?: string
  idempotency_key?: string
  allow_negative?: boolean
}

export interface ReservationInput {
  id: string
  inventory_item_id?: string
  location_id?: string
  line_item_id?: string | null
  quantity?: unknown
  allow_backorder?: boolean
}

export interface LevelInput {
  id?: string
  inventory_item_id: string
  location_id: string
  stocked_quantity?: unknown
  incoming_quantity?: unknown
}

export interface Adjustment {
  inventoryItemId: string
  locationId: string
  adjustment: unknown
}

export const nameOf = ({ item, location }: Key) => `${item} at ${location}`

/** available + committed + reserved + damaged + safety + quality_control */
export function onHand(balances: Balances): Decimal {
  const { incoming: _, fulfilled: __, ...shelf } = balances
  return Object.values(shelf).reduce((sum, quantity) => sum + quantity, 0n)
}

export function keyOf(input: { inventory_item_id?: string; location_id?: string }): Key {
  return { item: input.inventory_item_id as string, location: input.location_id as string }
}

export function taking({ item, location, line, quantity }: Reservation): Entry[] {
  return [
    { item, location, state: "available", quantity: -quantity },
    { item, location, state: line ? "committed" : "reserved", quantity },
  ]
}

export function of({ id, line }: Reservation) {
  return { reservation: id, line }
}

export function negated(entry: Entry): Entry {
  return { ...entry, quantity: -entry.quantity }
}

export function valid(quantity: Decimal | null): Decimal {
  if (quantity === null) {
    throw new Refused("invalid_data")
  }
  return quantity
}

export function notNegative(value: unknown): Decimal {
  const quantity = valid(decimal(value))
  if (quantity < 0n) {
    throw new Refused("invalid_data")
  }
  return quantity
}

export function optional(value: unknown): Decimal | undefined {
  return value === undefined ? undefined : valid(decimal(value))
}

/** A call to the module: the name of a method of its service, and the arguments. */
export interface Call {
  method: string
  args: unknown[]
  /** What Medusa is doing when it makes the call; undefined where nobody says. */
  flow?: Flow
  /** What the Order Module says from now on. */
  lines?: OrderLine[]
  /** The id of the fulfilment that Medusa makes of it. */
  fulfilment?: string
  /** Of the reservations that a call by line or location is about: those that it came upon. */
  cameUpon?: string[]
}
