import { levelName, type LevelKey } from "../../../../core/level"
import type { Entry, MovementKind } from "../../../../core/movement"
import { newId } from "../../ids"
import type { StoredLine } from "../../posting/transfer-columns"
import type { World } from "../../posting/world"
import type { Who } from "../../request-context"

/** What a step does to stock on behalf of one line. */
export interface LineEntries {
  line: Pick<StoredLine, "orderId" | "lineItemId">
  entries: Entry[]
}

/**
 * Posts a step: one movement for all lines, and one for each line that covers an order's shortfall, so
 * that the order's history has it.
 */
export function moveLines(
  world: World,
  who: Who,
  kind: MovementKind,
  transferId: string,
  parts: LineEntries[],
  about: { reason?: string | null; note?: string | null } = {}
): void {
  const plain = parts.filter(({ line }) => !line.orderId)
  const references = { transfer_id: transferId }
  world.move(who, {
    ...{ kind, references, ...about },
    entries: plain.flatMap(({ entries }) => entries),
  })
  for (const { line, entries } of parts.filter((part) => part.line.orderId)) {
    world.move(who, {
      ...{ kind, entries, ...about },
      references: { ...references, order_id: line.orderId, line_item_id: line.lineItemId },
    })
  }
}

/** Opens the levels that entries need and that are not there; items that are gone are refused. */
export function openLevels(world: World, keys: LevelKey[]): void {
  const missing = new Map(
    keys.filter((key) => !world.openLevel(key)).map((key) => [levelName(key), key])
  )
  world.requireItems([...missing.values()])
  missing.forEach((key) => world.open(key, newId("ilev"), "opened"))
}

/**
 * The entries for which there is a level, which is opened where it is missing: what only puts back is
 * not refused because an item was deleted meanwhile; its stock has left the books with it.
 */
export function possible(world: World, entries: Entry[]): Entry[] {
  const left = entries.filter((entry) => world.openLevel(entry) || world.hasItem(entry.itemId))
  openLevels(world, left)
  return left
}
