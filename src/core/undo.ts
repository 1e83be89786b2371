/** Kinds of movements that people made by hand, and may take back. */
const UNDOABLE: ReadonlySet<string> = new Set([
  "set",
  "adjust",
  "count",
  "move",
  "incoming",
  "relocate",
  "undo",
])

const WHY_NOT: Record<string, string> = {
  commit: "an order stands behind it; cancel or edit the order instead",
  release: "an order's commitment was released by it; edit the order instead",
  hold: "an order stands behind it; cancel or edit the order instead",
  unhold: "an order let go of it; edit the order instead",
  cover: "an order's shortfall was covered by it",
  fulfil: "a fulfilment stands behind it; cancel the fulfilment instead",
  unfulfil: "a fulfilment was cancelled by it; fulfil the order instead",
  restock: "a return stands behind it; set the level instead",
  reserve: "a reservation stands behind it; delete the reservation instead",
  unreserve: "a reservation was ended by it; create a reservation instead",
  restore: "a reservation or level stands behind it",
  opening: "it is where the level's history begins; set the level instead",
  correction: "it records what another module did; set the level instead",
  close: "it closed a level; restore the level instead",
  transfer_out: "a transfer stands behind it; cancel the transfer instead",
  transfer_in: "a transfer stands behind it; transfer what arrived back instead",
  transfer_cancel: "a transfer was cancelled by it; duplicate the transfer instead",
  transfer_close: "a transfer was closed by it; duplicate the transfer instead",
  repair: "it brought a drifted level back in line; set the level instead",
}

/** Whether movements of a kind may be taken back, where nothing else stands behind them. */
export function isUndoable(kind: string): boolean {
  return UNDOABLE.has(kind)
}

/**
 * Why a movement cannot be undone; null when it can.
 *
 * @example
 * undoObstacle({ kind: "commit", reversedById: null })
 * // "an order stands behind it; cancel or edit the order instead"
 */
export function undoObstacle(movement: {
  kind: string
  reversedById: string | null
  /** The order, fulfilment, return or transfer that the movement is part of, in words. */
  partOf?: string | null
}): string | null {
  if (movement.reversedById) {
    return `it has been undone already, by ${movement.reversedById}`
  }
  if (movement.partOf) {
    const instead = WHY_NOT[movement.kind]?.split("; ")[1]
    const byTransfer = movement.kind.startsWith("transfer_") && instead
    return `it is part of ${movement.partOf}; ${byTransfer || "change that instead"}`
  }
  return isUndoable(movement.kind)
    ? null
    : (WHY_NOT[movement.kind] ?? `a movement of kind ${movement.kind} stands`)
}
