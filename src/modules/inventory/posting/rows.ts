import { medusaColumns } from "../../../core/level"
import { REFERENCE_FIELDS } from "../../../core/movement"
import { STATES } from "../../../core/state"
import { newId } from "../ids"
import type { Column } from "./columns"
import type { AllocationEntry, HoldWrite, MovementReference } from "./order-book"
import type { LevelWrite, PostedMovement, PostedRow, ReservationWrite } from "./world"

/** What is written of each level. */
export const LEVEL_COLUMNS: Column<LevelWrite>[] = [
  { name: "item", type: "text", of: ({ level }) => level.itemId },
  { name: "location", type: "text", of: ({ level }) => level.locationId },
  { name: "row_id", type: "text", of: ({ rowId }) => rowId },
  { name: "level_id", type: "text", of: ({ level }) => level.levelId },
  { name: "fate", type: "text", of: ({ fate }) => fate },
  { name: "sequence_before", type: "bigint", of: ({ sequenceBefore }) => sequenceBefore },
  { name: "sequence", type: "bigint", of: ({ level }) => level.sequence },
  ...STATES.map((state): Column<LevelWrite> => ({
    name: state,
    type: "numeric",
    of: ({ level }) => level.balances[state].toFixed(),
  })),
  { name: "held", type: "numeric", of: ({ level }) => level.reservedByReservations.toFixed() },
  { name: "for_orders", type: "numeric", of: ({ level }) => level.heldForOrders.toFixed() },
  {
    name: "stocked",
    type: "numeric",
    of: ({ level }) => medusaColumns(level.balances).stocked.toFixed(),
  },
  {
    name: "taken",
    type: "numeric",
    of: ({ level }) => medusaColumns(level.balances).reserved.toFixed(),
  },
  // Null leaves the row's metadata as they are; a JSON null takes them away.
  {
    name: "metadata",
    type: "jsonb",
    of: ({ metadata }) => (metadata === undefined ? null : JSON.stringify(metadata)),
  },
  { name: "may_turn", type: "boolean", of: ({ mayTurn }) => mayTurn },
]

/** What is written of each reservation. */
export const RESERVATION_COLUMNS: Column<ReservationWrite>[] = [
  { name: "id", type: "text", of: ({ reservation }) => reservation.id },
  { name: "item", type: "text", of: ({ reservation }) => reservation.itemId },
  { name: "location", type: "text", of: ({ reservation }) => reservation.locationId },
  { name: "line_item", type: "text", of: ({ reservation }) => reservation.lineItemId },
  { name: "quantity", type: "numeric", of: ({ reservation }) => reservation.quantity.toFixed() },
  { name: "backorder", type: "boolean", of: ({ reservation }) => reservation.allowBackorder },
  { name: "external_id", type: "text", of: ({ reservation }) => reservation.externalId },
  { name: "description", type: "text", of: ({ reservation }) => reservation.description },
  { name: "created_by", type: "text", of: ({ reservation }) => reservation.createdBy },
  {
    name: "metadata",
    type: "jsonb",
    of: ({ reservation: { metadata } }) => metadata && JSON.stringify(metadata),
  },
  { name: "gone", type: "boolean", of: ({ reservation }) => reservation.deletedAt !== null },
  { name: "fate", type: "text", of: ({ fate }) => fate },
]

/** The columns of `inventory_movement` that a movement brings. */
export const MOVEMENT_COLUMNS: Column<PostedMovement>[] = [
  { name: "id", type: "text", of: ({ id }) => id },
  { name: "kind", type: "text", of: ({ proposal }) => proposal.kind },
  { name: "reason", type: "text", of: ({ proposal }) => proposal.reason },
  { name: "note", type: "text", of: ({ proposal }) => proposal.note },
  { name: "actor_type", type: "text", of: ({ who }) => who.actor.type },
  { name: "actor_id", type: "text", of: ({ who }) => who.actor.id },
  { name: "source", type: "text", of: ({ who }) => who.source },
  { name: "correlation_id", type: "text", of: ({ who }) => who.correlationId },
  { name: "idempotency_key", type: "text", of: ({ proposal }) => proposal.idempotencyKey },
  { name: "request_hash", type: "text", of: ({ proposal }) => proposal.requestHash },
  { name: "reverses_id", type: "text", of: ({ proposal }) => proposal.reversesId },
  { name: "below_zero", type: "boolean", of: ({ belowZero }) => belowZero },
  ...REFERENCE_FIELDS.map((field): Column<PostedMovement> => ({
    name: field,
    type: "text",
    of: ({ proposal, who }) => proposal.references?.[field] ?? who.references[field],
  })),
]

/** The columns of `inventory_transaction` that a ledger row brings. */
export const TRANSACTION_COLUMNS: Column<PostedRow>[] = [
  { name: "movement_id", type: "text", of: ({ movementId }) => movementId },
  { name: "inventory_item_id", type: "text", of: ({ itemId }) => itemId },
  { name: "location_id", type: "text", of: ({ locationId }) => locationId },
  { name: "state", type: "text", of: ({ state }) => state },
  { name: "quantity", type: "numeric", of: ({ quantity }) => quantity.toFixed() },
  { name: "balance_before", type: "numeric", of: ({ before }) => before.toFixed() },
  { name: "balance_after", type: "numeric", of: ({ after }) => after.toFixed() },
  { name: "sequence", type: "bigint", of: ({ sequence }) => sequence },
]

/** What is written of each hold. */
export const HOLD_COLUMNS: Column<HoldWrite>[] = [
  { name: "id", type: "text", of: ({ hold }) => hold.id },
  { name: "order_id", type: "text", of: ({ hold }) => hold.orderId },
  { name: "line_item_id", type: "text", of: ({ hold }) => hold.lineItemId },
  { name: "inventory_item_id", type: "text", of: ({ hold }) => hold.itemId },
  { name: "location_id", type: "text", of: ({ hold }) => hold.locationId },
  { name: "committed_location_id", type: "text", of: ({ hold }) => hold.committedLocationId },
  { name: "quantity", type: "numeric", of: ({ hold }) => hold.quantity.toFixed() },
  {
    name: "quantity_before",
    type: "numeric",
    of: ({ quantityBefore }) => quantityBefore?.toFixed(),
  },
  { name: "released_with", type: "text", of: ({ releasedWith }) => releasedWith },
  { name: "fate", type: "text", of: ({ fate }) => fate },
]

/** What is written of each decision. */
export const ALLOCATION_COLUMNS: Column<AllocationEntry>[] = [
  { name: "id", type: "text", of: () => newId("ialloc") },
  { name: "order_id", type: "text", of: ({ orderId }) => orderId },
  { name: "line_item_id", type: "text", of: ({ lineItemId }) => lineItemId },
  { name: "inventory_item_id", type: "text", of: ({ itemId }) => itemId },
  { name: "location_id", type: "text", of: ({ locationId }) => locationId },
  { name: "quantity", type: "numeric", of: ({ quantity }) => quantity.toFixed() },
  { name: "per_unit", type: "numeric", of: ({ perUnit }) => perUnit?.toFixed() },
  { name: "strategy", type: "text", of: ({ strategy }) => strategy },
  { name: "reason", type: "text", of: ({ reason }) => reason },
  { name: "suggested_location_id", type: "text", of: (one) => one.suggestedLocationId },
  { name: "reservation_id", type: "text", of: ({ reservationId }) => reservationId },
  { name: "holds", type: "jsonb", of: ({ holds }) => JSON.stringify(holds) },
]

/** What is written of each tie between a movement and what it was for. */
export const REFERENCE_COLUMNS: Column<MovementReference>[] = [
  { name: "movement_id", type: "text", of: ({ movementId }) => movementId },
  { name: "order_id", type: "text", of: ({ orderId }) => orderId },
  { name: "line_item_id", type: "text", of: ({ lineItemId }) => lineItemId },
  { name: "fulfillment_id", type: "text", of: ({ fulfillmentId }) => fulfillmentId },
  { name: "return_id", type: "text", of: ({ returnId }) => returnId },
]
