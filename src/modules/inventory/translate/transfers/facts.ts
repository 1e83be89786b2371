import { exact } from "../../../../core/quantity"
import { Refusal } from "../../../../core/refusal"
import { fromRecords, inBaseUnits, type UnitRecord, type Units } from "../../../../core/units"
import type { Run } from "../../posting/connection"
import type { StoredLine, StoredTransfer } from "../../posting/transfer-columns"
import {
  HOLDS_FOR_TRANSFER,
  KEEP_LOCATIONS,
  KNOWN_ITEMS,
  LOCK_HOLDS,
} from "../../posting/transfer-sql"
import type { LocationSettings } from "../../types"

type Location = Pick<LocationSettings, "id" | "active" | "kind">

/** The two locations of a transfer. */
export interface Ends {
  origin: Location
  destination: Location
}

/** @throws Refusal `not_found` naming the location that is not there */
export async function readEnds(
  run: Run,
  { originId, destinationId }: Pick<StoredTransfer, "originId" | "destinationId">
): Promise<Ends> {
  const rows = await run<Location>(KEEP_LOCATIONS, [[originId, destinationId]])
  const find = (id: string) => {
    const location = rows.find((row) => row.id === id)
    if (!location) {
      throw Refusal.notFound(`Stock location ${id} was not found`, { location_id: id })
    }
    return location
  }
  return { origin: find(originId), destination: find(destinationId) }
}

/** The units of an item; null where it has none. */
export type UnitsOf = (itemId: string) => Units | null

/**
 * The units of items, which have to be there.
 *
 * @param mayBeGone - an item that is passed over where it is not there any more
 * @throws Refusal `not_found` naming the items that are not there
 */
export async function requireKnownItems(
  run: Run,
  itemIds: string[],
  mayBeGone: (itemId: string) => boolean = () => false
): Promise<UnitsOf> {
  const rows = itemIds.length
    ? await run<{ id: string; units: UnitRecord[] | null }>(KNOWN_ITEMS, [itemIds])
    : []
  const known = new Map(rows.map(({ id, units }) => [id, units]))
  const missing = itemIds.filter((id) => !known.has(id) && !mayBeGone(id))
  if (missing.length) {
    throw Refusal.notFound(
      `Inventory item${missing.length > 1 ? "s" : ""} ${missing.join(", ")} ${missing.length > 1 ? "were" : "was"} not found`,
      { inventory_item_ids: missing }
    )
  }
  return (itemId) => fromRecords(known.get(itemId) ?? null)
}

interface HoldRow {
  id: string
  order_id: string
  line_item_id: string
  inventory_item_id: string
  location_id: string
  committed_location_id: string
  quantity: string
  other_transfer_id: string | null
}

/**
 * Ties lines to the orders' shortfalls that they name. What is held goes as it is held; any other quantity has
 * to be in steps, as that of any line.
 *
 * @param unitsOf - of what is asked for now; what was there before stays as it is
 * @param isNew - whether a line names its hold now; a tie that no longer fits is dropped, a new one refused
 * @throws Refusal `invalid_data` naming the line whose quantity the base unit does not take
 */
export async function tieToHolds(
  run: Run,
  transfer: StoredTransfer,
  unitsOf: UnitsOf,
  isNew: (line: StoredLine) => boolean
): Promise<StoredLine[]> {
  const ids = transfer.lines.flatMap(({ holdId }) => holdId ?? [])
  if (!ids.length) {
    return transfer.lines
  }
  await run(LOCK_HOLDS, [ids])
  const rows = await run<HoldRow>(HOLDS_FOR_TRANSFER, [ids, transfer.id])
  const holds = new Map(rows.map((row) => [row.id, row]))
  return transfer.lines.map((line, index) => {
    const hold = line.holdId === null ? undefined : holds.get(line.holdId)
    const obstacle = line.holdId === null ? null : obstacleTo(transfer, line, hold)
    if (obstacle && isNew(line)) {
      throw obstacle(`lines[${index}].hold_id`)
    }
    const { itemId, quantity } = line
    const isAsHeld = hold && !obstacle && quantity.isEqualTo(exact(hold.quantity))
    if (line.holdId !== null && !isAsHeld) {
      inBaseUnits(quantity, { itemId, field: `lines[${index}].quantity` }, unitsOf(itemId))
    }
    return hold && !obstacle
      ? { ...line, orderId: hold.order_id, lineItemId: hold.line_item_id }
      : { ...line, holdId: null, orderId: null, lineItemId: null }
  })
}

function obstacleTo(
  { originId, destinationId }: StoredTransfer,
  { itemId, holdId }: StoredLine,
  hold: HoldRow | undefined
): ((field: string) => Refusal) | null {
  if (!hold) {
    return () => Refusal.notFound(`Hold ${holdId} was not found`, { hold_id: holdId })
  }
  if (hold.other_transfer_id) {
    return () =>
      Refusal.conflict(`Transfer ${hold.other_transfer_id} covers hold ${holdId} already`, {
        hold_id: holdId,
        transfer_id: hold.other_transfer_id,
      })
  }
  const fits =
    hold.inventory_item_id === itemId &&
    hold.location_id === originId &&
    hold.committed_location_id === destinationId
  return fits
    ? null
    : (field) =>
        Refusal.invalid(
          field,
          `must be of item ${itemId}, held at ${originId} for what is committed at ${destinationId}`
        )
}
