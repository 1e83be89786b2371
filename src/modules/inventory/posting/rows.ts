import { medusaColumns } from "../../../core/level"
import { REFERENCE_FIELDS } from "../../../core/movement"
import { STATES } from "../../../core/state"
import type { Column } from "./columns"
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
