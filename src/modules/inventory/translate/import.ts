import { objections } from "../../../core/by-hand"
import {
  type FigureChange,
  figureOf,
  isSameUnit,
  proposeRow,
  type RowUnit,
  staleChanges,
  unitOfRow,
} from "../../../core/import"
import type { LevelKey } from "../../../core/level"
import type { Entry } from "../../../core/movement"
import { Refusal } from "../../../core/refusal"
import { newId } from "../ids"
import type { Run } from "../posting/connection"
import type { StockCall } from "../posting/poster"
import type { World } from "../posting/world"
import type { Who } from "../request-context"
import { type HandResult, kindOf } from "./by-hand"

/** A row of an import that is to be applied. */
export interface PlannedRow extends LevelKey {
  line: number
  sku: string | null
  /** There was no level when the file was checked. */
  opens: boolean
  /** What its figures were in when the file was checked; null where the item had no units. */
  unit: RowUnit | null
  changes: FigureChange[]
}

export interface ImportPlan {
  id: string
  rows: PlannedRow[]
  reason: string | null
  note: string | null
  allowNegative: boolean
}

/** A figure that is no longer what it was when the file was checked. */
interface Stale {
  line: number
  sku: string | null
  inventory_item_id: string
  location_id: string
  figure: string
  expected: string
  current: string
}

/** How many rows a refusal names. */
const NAMED = 20

/**
 * All that an import changes: one movement, or none. Its id is the idempotency key, so that whoever
 * applies it a second time finds the first one's movement.
 *
 * @param mark - writes, in the same transaction, that the import is applied; false where it is no
 * longer as the plan has it
 * @param told - called when everything is decided and only has to be written
 */
export function applyImport(
  who: Who,
  plan: ImportPlan,
  mark: (run: Run) => Promise<boolean>,
  told: () => void
): StockCall<HandResult, boolean> {
  const { id, rows, reason, note, allowNegative } = plan
  const opening = rows.filter(({ opens }) => opens)
  return {
    // What `mark` writes goes when the import is refused.
    alone: true,
    needs: {
      levels: rows,
      itemsToStock: [...new Set(opening.map(({ itemId }) => itemId))],
      idempotencyKeys: [id],
    },
    load: mark,
    decide(world, marked) {
      const earlier = world.keyedMovement(id)
      if (earlier) {
        return { movementId: earlier.movementId, repeated: true }
      }
      if (!marked) {
        throw Refusal.conflict(`Import ${id} was checked again or deleted meanwhile`, {
          import_id: id,
        })
      }
      refuseStale(world, id, rows)
      refuseOtherUnits(world, id, rows)
      opening.forEach((row) => world.open(row, newId("ilev"), "opened"))
      const entries: Entry[] = []
      for (const row of rows) {
        refuseOffSteps(world, row)
        entries.push(...proposeRow(world.requireLevel(row), row.changes).entries)
      }
      const ops = rows.flatMap(({ changes }) => changes.map(({ figure }) => OPS[figure]))
      const movement = world.move(who, {
        kind: ops.length ? kindOf(ops) : "set",
        entries,
        reason,
        note,
        references: { import_id: id },
        idempotencyKey: id,
        requestHash: id,
      })
      refuseObjectionable(world, id, rows, allowNegative)
      told()
      return { movementId: movement!.id, repeated: false }
    },
  }
}

/** Refuses figures whose unit means something else by now: a case that is ten where it was twelve. */
function refuseOtherUnits(world: World, importId: string, rows: PlannedRow[]): void {
  const other = rows.filter(({ itemId, unit }) => !isSameUnit(unit, world.unitsOf(itemId)))
  if (other.length) {
    const named = other.slice(0, NAMED).map(({ line, sku, itemId, unit }) => {
      const now = unitOfRow(unit?.unit ?? "", world.unitsOf(itemId))
      return `line ${line} (${sku ?? itemId}): the unit was ${unitText(unit)}, and is ${unitText(now)}`
    })
    throw Refusal.conflict(
      `The units of ${other.length} ${other.length === 1 ? "row" : "rows"} have changed since the file was checked, so nothing was changed; check the import again: ${named.join("; ")}`,
      { import_id: importId, rows: other.length, units: named }
    )
  }
}

function unitText(unit: RowUnit | null): string {
  return unit ? `${unit.unit} = ${unit.factor} ${unit.base}` : "none"
}

/** The item can have got units since the file was checked. */
function refuseOffSteps(world: World, { itemId, line, changes }: PlannedRow): void {
  for (const { figure, quantity, expected } of changes) {
    if (!quantity.isEqualTo(expected)) {
      world.inBaseUnits(quantity, { itemId, field: `line ${line}: ${figure}` })
    }
  }
}

const SET = { op: "set" } as const
const OPS = {
  on_hand: { op: "count" } as const,
  available: SET,
  reserved: SET,
  damaged: SET,
  safety: SET,
  quality_control: SET,
}

/** Refuses the whole import where a rule stands against a row, for example because units were sold meanwhile. */
function refuseObjectionable(
  world: World,
  importId: string,
  rows: PlannedRow[],
  allowNegative: boolean
): void {
  const problems: string[] = []
  let count = 0
  for (const row of rows) {
    const found = objections(world.levelBefore(row), world.requireLevel(row), { allowNegative })
    count += found.length ? 1 : 0
    if (found.length && problems.length < NAMED) {
      problems.push(`line ${row.line} (${row.sku ?? row.itemId}): ${found.join(", ")}`)
    }
  }
  if (count) {
    throw Refusal.notAllowed(
      `${count} ${count === 1 ? "row is" : "rows are"} against the rules by now, so nothing was changed; check the import again: ${problems.join("; ")}`,
      { import_id: importId, rows: count, problems }
    )
  }
}

/** Compares every figure that is to be changed with what it was when the file was checked. */
function refuseStale(world: World, importId: string, rows: PlannedRow[]): void {
  const stale: Stale[] = []
  let count = 0
  for (const row of rows) {
    const found = staleFigures(world, row)
    count += found.length ? 1 : 0
    if (stale.length < NAMED) {
      stale.push(...found)
    }
  }
  if (!count) {
    return
  }
  const named = stale.slice(0, NAMED)
  throw Refusal.conflict(
    `The stock of ${count} ${count === 1 ? "row" : "rows"} has changed since the file was checked, so nothing was changed; check the import again: ${named
      .map(
        ({ line, sku, inventory_item_id, figure, expected, current }) =>
          `line ${line} (${sku ?? inventory_item_id}): ${figure} is ${current}, not ${expected}`
      )
      .join("; ")}`,
    { import_id: importId, rows: count, stale: named }
  )
}

function staleFigures(world: World, row: PlannedRow): Stale[] {
  const { line, sku, itemId, locationId } = row
  const level = world.openLevel(row)
  const told = { line, sku, inventory_item_id: itemId, location_id: locationId }
  if (row.opens && world.hasItem(itemId)) {
    return level ? [{ ...told, figure: "level", expected: "none", current: "open" }] : []
  }
  if (!level) {
    return [{ ...told, figure: "level", expected: "open", current: "none" }]
  }
  return staleChanges(level, row.changes).map(({ figure, expected }) => ({
    ...told,
    figure,
    expected: expected.toFixed(),
    current: figureOf(level.balances, figure).toFixed(),
  }))
}
