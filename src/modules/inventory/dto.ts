import type { InventoryTypes } from "@medusajs/framework/types"
import { BigNumber } from "@medusajs/framework/utils"

import { type Level, medusaColumns } from "../../core/level"
import type { Quantity } from "../../core/quantity"
import type { Written } from "./posting/store"
import type { Reservation } from "./types"

/** A reservation as Medusa's module returns it. */
export function toReservationDTO(
  reservation: Reservation,
  { now }: Written
): InventoryTypes.ReservationItemDTO {
  return {
    id: reservation.id,
    line_item_id: reservation.lineItemId,
    allow_backorder: reservation.allowBackorder,
    location_id: reservation.locationId,
    raw_quantity: raw(reservation.quantity),
    external_id: reservation.externalId,
    description: reservation.description,
    created_by: reservation.createdBy,
    metadata: reservation.metadata,
    inventory_item_id: reservation.itemId,
    inventory_item: { id: reservation.itemId },
    created_at: reservation.createdAt ?? now,
    updated_at: now,
    deleted_at: reservation.deletedAt,
    quantity: reservation.quantity.toNumber(),
  } as unknown as InventoryTypes.ReservationItemDTO
}

/** A level as Medusa's module returns it. */
export function toLevelDTO(
  level: Level,
  { now, rows }: Written,
  metadata: Record<string, unknown> | null = null
): InventoryTypes.InventoryLevelDTO {
  const { stocked, reserved, incoming } = medusaColumns(level.balances)
  const row = rows.get(level.levelId as string)
  return {
    id: level.levelId,
    location_id: level.locationId,
    metadata: row ? row.metadata : metadata,
    inventory_item_id: level.itemId,
    inventory_item: { id: level.itemId },
    raw_stocked_quantity: raw(stocked),
    raw_reserved_quantity: raw(reserved),
    raw_incoming_quantity: raw(incoming),
    created_at: row?.createdAt ?? now,
    updated_at: now,
    deleted_at: null,
    available_quantity: new BigNumber(level.balances.available.toFixed()),
    stocked_quantity: stocked.toNumber(),
    reserved_quantity: reserved.toNumber(),
    incoming_quantity: incoming.toNumber(),
  } as unknown as InventoryTypes.InventoryLevelDTO
}

function raw(quantity: Quantity) {
  return { value: quantity.toFixed(), precision: 20 }
}
