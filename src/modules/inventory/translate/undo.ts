import { levelName, type LevelKey } from "../../../core/level"
import { type Entry, type References, reverse } from "../../../core/movement"
import { exact } from "../../../core/quantity"
import { Refusal } from "../../../core/refusal"
import type { State } from "../../../core/state"
import { undoObstacle } from "../../../core/undo"
import type { Run } from "../posting/connection"
import type { StockCall } from "../posting/poster"
import type { Who } from "../request-context"
import type { UndoInput, UndoPreview } from "../types"
import { refuseObjections } from "./by-hand"

/** A movement as the ledger has it, and the movement that took it back, if one did. */
export interface RecordedMovement {
  id: string
  kind: string
  reversedById: string | null
  partOf: string | null
  references: References
  entries: Entry[]
}

/** Reverses a movement by a counter-movement that points at it. Refused for what cannot be taken back. */
export function undoMovement(
  who: Who,
  movement: RecordedMovement,
  input: UndoInput,
  /** Whether a part of an order, return or transfer may be taken back: by who made it. */
  { partOf = false }: { partOf?: boolean } = {}
): StockCall<string, RecordedMovement> {
  return {
    needs: { levels: levelsOf(movement) },
    // Again under lock: somebody else may have taken it back meanwhile.
    load: async (run) => await loadMovement(run, movement.id),
    decide(world, current) {
      const obstacle = undoObstacle(partOf ? { ...current, partOf: null } : current)
      if (obstacle) {
        throw Refusal.conflict(`Movement ${current.id} cannot be undone: ${obstacle}`, {
          movement_id: current.id,
          reversed_by: current.reversedById,
        })
      }
      world.requireLevels(current.entries)
      const undo = world.move(
        who,
        {
          kind: "undo",
          entries: reverse(current.entries),
          reason: input.reason,
          note: input.note,
          reversesId: current.id,
          references: partOf ? current.references : { import_id: current.references.import_id },
        },
        { keepEmpty: true }
      )
      refuseObjections(world, current.entries, input.allow_negative ?? false)
      return undo!.id
    },
  }
}

/** What undoing would leave, without doing it. */
export function previewUndo(
  movement: RecordedMovement,
  balances: Map<string, string>
): UndoPreview {
  const rows = reverse(movement.entries).map((entry) => {
    const before = exact(balances.get(balanceName(entry, entry.state)) ?? 0)
    const after = before.plus(entry.quantity)
    return {
      inventory_item_id: entry.itemId,
      location_id: entry.locationId,
      state: entry.state,
      quantity: entry.quantity.toFixed(),
      before: before.toFixed(),
      after: after.toFixed(),
      negative: after.isLessThan(0),
    }
  })
  const obstacle = undoObstacle(movement)
  return { movement_id: movement.id, possible: !obstacle, obstacle, rows }
}

/** @throws Refusal `not_found` */
export async function loadMovement(run: Run, id: string): Promise<RecordedMovement> {
  const rows = await run<{
    id: string
    kind: string
    reversed_by: string | null
    part_of: string | null
    order_id: string | null
    return_id: string | null
    import_id: string | null
    inventory_item_id: string | null
    location_id: string
    state: State
    quantity: string
  }>(MOVEMENT, [id])
  if (!rows.length) {
    throw Refusal.notFound(`Movement ${id} was not found`, { movement_id: id })
  }
  return {
    id,
    kind: rows[0].kind,
    reversedById: rows[0].reversed_by,
    partOf: rows[0].part_of,
    references: {
      order_id: rows[0].order_id,
      return_id: rows[0].return_id,
      import_id: rows[0].import_id,
    },
    entries: rows.flatMap((row) =>
      row.inventory_item_id
        ? [
            {
              itemId: row.inventory_item_id,
              locationId: row.location_id,
              state: row.state,
              quantity: exact(row.quantity),
            },
          ]
        : []
    ),
  }
}

export function balanceName(key: LevelKey, state: State): string {
  return `${levelName(key)}\u0000${state}`
}

function levelsOf({ entries }: RecordedMovement): LevelKey[] {
  return entries.map(({ itemId, locationId }) => ({ itemId, locationId }))
}

const MOVEMENT = {
  name: "stockroom_movement",
  text: `
    select m.id, m.kind, u.id as reversed_by,
      case
        when m.fulfillment_id is not null then 'fulfillment ' || m.fulfillment_id
        when m.return_id is not null then 'return ' || m.return_id
        when m.transfer_id is not null then 'transfer ' || m.transfer_id
        when m.order_id is not null then 'order ' || m.order_id
      end as part_of, m.order_id, m.return_id, m.import_id,
      t.inventory_item_id, t.location_id, t.state,
      t.quantity::text
    from inventory_movement m
    left join inventory_movement u on u.reverses_id = m.id
    left join inventory_transaction t on t.movement_id = m.id
    where m.id = $1
    order by t.id`,
}
