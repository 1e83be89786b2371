import { type LevelKey, levelName } from "../../core/level"
import { exact, type Quantity, ZERO } from "../../core/quantity"
import { emptying, findingNote, reconcile } from "../../core/reconcile"
import { type State, STATES } from "../../core/state"
import { type Drift, inspect, inspectCore, type LevelEvidence } from "../../core/verify"
import type { Run } from "./posting/connection"
import type { Posted, Poster } from "./posting/poster"
import type { World } from "./posting/world"
import type { Who } from "./request-context"
import type { Repaired, Verification, VerifyInput } from "./types"
import {
  CORE_EVIDENCE,
  EVIDENCE,
  EVIDENCE_OF,
  MAX_LISTED,
  NOTICES,
  ORPHANS,
  STRAYS,
  TRANSFERS,
  UNSETTLED,
} from "./verify-sql"

const BATCH = 1_000

/** Compares every level with the ledger, Medusa's columns and the live reservations. */
export async function verify(read: Run, input: VerifyInput = {}): Promise<Verification> {
  const source = input.core_only ? "core" : "stockroom"
  const result: Verification = {
    source,
    levels: 0,
    consistent: true,
    drifts: [],
    more_drifts: 0,
    notices: [],
    unsettled_orders: [],
  }
  const add = (drifts: Drift[]) => {
    const room = MAX_LISTED - result.drifts.length
    result.drifts.push(...drifts.slice(0, room))
    result.more_drifts += Math.max(0, drifts.length - room)
    result.consistent &&= drifts.length === 0
  }
  for (let after = ""; ;) {
    const rows = await read<EvidenceRow>(input.core_only ? CORE_EVIDENCE : EVIDENCE, [
      after,
      BATCH,
      input.inventory_item_id ?? null,
      input.location_id ?? null,
    ])
    if (!rows.length) {
      break
    }
    after = rows[rows.length - 1].id
    result.levels += rows.length
    const evidence = rows.map(toEvidence)
    add(evidence.flatMap((one) => (input.core_only ? inspectCore(one) : inspect(one, ZERO))))
  }
  const scope = [input.inventory_item_id ?? null, input.location_id ?? null]
  add((await read<OrphanRow>(ORPHANS, scope)).map(toOrphan))
  if (!input.core_only) {
    add((await read<StrayRow>(STRAYS, scope)).map(toStray))
    add((await read<TransfersRow>(TRANSFERS, scope)).map(toTransfersDrift))
    result.notices = (await read<NoticeRow>(NOTICES, scope)).map(toNotice)
    result.unsettled_orders = scope.some(Boolean)
      ? []
      : await read<Verification["unsettled_orders"][number]>(UNSETTLED)
  }
  return result
}

/**
 * Brings drifted levels back in line by compensating movements: what Medusa has stocked is kept,
 * live reservations are the truth. Nothing in the ledger is edited.
 *
 * @param tell - is told of each part once it is committed, with the ids of the levels
 */
export async function repair(
  read: Run,
  poster: Poster,
  who: Who,
  input: VerifyInput = {},
  tell?: (posted: Posted<string[]>) => Promise<void>
): Promise<Repaired> {
  const before = await verify(read, input)
  const keys = new Map(
    before.drifts
      // What a reservation without a level, or a transfer, should be is for a person to decide.
      .filter(({ cause }) => cause !== "orphan_reservation" && cause !== "transfers_differ")
      .map((drift): [string, LevelKey] => [
        `${drift.inventory_item_id} ${drift.location_id}`,
        { itemId: drift.inventory_item_id, locationId: drift.location_id },
      ])
  )
  const all = [...keys.values()]
  const movementIds: string[] = []
  for (let start = 0; start < all.length; start += 500) {
    const posted = await poster.post(compensation(who, all.slice(start, start + 500)))
    movementIds.push(...posted.movements.map(({ id }) => id))
    await tell?.(posted)
  }
  const after = all.length ? await verify(read, input) : before
  return { levels: all.length, movement_ids: movementIds, remaining: after }
}

function compensation(who: Who, keys: LevelKey[]) {
  return {
    alone: true,
    needs: { levels: keys },
    load: async (run: Run) =>
      (
        await run<EvidenceRow>(EVIDENCE_OF, [
          keys.map(({ itemId }) => itemId),
          keys.map(({ locationId }) => locationId),
        ])
      ).map((row) => ({ id: row.id, evidence: toEvidence(row) })),
    decide(world: World, rows: { id: string; evidence: LevelEvidence }[]): string[] {
      const inMedusa = new Set(rows.map(({ evidence }) => levelName(evidence)))
      for (const level of world.openLevels().filter((one) => !inMedusa.has(levelName(one)))) {
        world.adopt(level, level.levelId as string, ZERO)
        world.move(who, { kind: "repair", reason: "closed", entries: emptying(level) })
        world.close(level, "closed")
      }
      for (const { id, evidence } of rows) {
        const { itemId, locationId, ledger, medusa, reservations } = evidence
        const key = { itemId, locationId }
        // The ledger cannot have been edited, so a level that differs from it has been.
        const level = world.rebuild(
          key,
          id,
          Object.fromEntries(STATES.map((state) => [state, ledger.sums[state] ?? ZERO])) as Record<
            State,
            Quantity
          >,
          ledger.lastSequence
        )
        // Where the state itself is lost, its reservations are part of what the ledger has reserved.
        const { reserved } = level.balances
        const held = evidence.stored
          ? level.reservedByReservations
          : reserved.isLessThan(reservations.reserved)
            ? reserved
            : reservations.reserved
        const plan = reconcile(
          { ...level, reservedByReservations: held, heldForOrders: evidence.holds },
          {
            stocked: medusa.rawStocked,
            reserved: medusa.rawReserved,
            incoming: medusa.rawIncoming,
            committedByReservations: reservations.committed,
            reservedByReservations: reservations.reserved,
          }
        )
        world.adopt(key, id, plan.reservedByReservations, evidence.holds)
        world.move(who, {
          kind: level.sequence ? "repair" : "opening",
          reason: plan.finding,
          note: findingNote(plan),
          entries: plan.entries,
        })
      }
      return rows.map(({ id }) => id)
    },
  }
}

interface EvidenceRow {
  id: string
  inventory_item_id: string
  location_id: string
  stocked: string
  reserved: string
  incoming: string
  raw_stocked: string
  raw_reserved: string
  raw_incoming: string
  stored: (Record<State, string> & { held: string; for_orders: string; sequence: string }) | null
  sums: Partial<Record<State, string>> | null
  row_count: string
  last_sequence: string
  committed: string
  held: string
  holds: string
}

interface OrphanRow {
  id: string
  inventory_item_id: string
  location_id: string
  quantity: string
}

interface StrayRow {
  level_id: string
  inventory_item_id: string
  location_id: string
}

interface TransfersRow {
  inventory_item_id: string
  location_id: string
  expected: string
  actual: string
}

type Notice = Verification["notices"][number]
type NoticeRow = Omit<Notice, "left"> & { left: Notice["left"] | null }

function toNotice({ left, ...notice }: NoticeRow): Notice {
  return left ? { ...notice, left } : notice
}

function toStray(row: StrayRow): Drift {
  return {
    inventory_item_id: row.inventory_item_id,
    location_id: row.location_id,
    cause: "not_in_medusa",
    subject: row.level_id,
    expected: "a level of Medusa's",
    actual: "none",
  }
}

function toTransfersDrift(row: TransfersRow): Drift {
  return { ...row, cause: "transfers_differ", subject: "incoming" }
}

function toEvidence(row: EvidenceRow): LevelEvidence {
  const { stored } = row
  return {
    itemId: row.inventory_item_id,
    locationId: row.location_id,
    stored: stored && {
      balances: Object.fromEntries(STATES.map((state) => [state, exact(stored[state])])) as Record<
        State,
        Quantity
      >,
      reservedByReservations: exact(stored.held),
      heldForOrders: exact(stored.for_orders),
      sequence: Number(stored.sequence),
    },
    ledger: {
      sums: Object.fromEntries(
        Object.entries(row.sums ?? {}).map(([state, sum]) => [state, exact(sum)])
      ),
      rows: Number(row.row_count),
      lastSequence: Number(row.last_sequence),
    },
    medusa: {
      stocked: exact(row.stocked),
      reserved: exact(row.reserved),
      incoming: exact(row.incoming),
      rawStocked: exact(row.raw_stocked ?? row.stocked),
      rawReserved: exact(row.raw_reserved ?? row.reserved),
      rawIncoming: exact(row.raw_incoming ?? row.incoming),
    },
    reservations: { committed: exact(row.committed), reserved: exact(row.held) },
    holds: exact(row.holds),
  }
}

function toOrphan(row: OrphanRow): Drift {
  return {
    inventory_item_id: row.inventory_item_id,
    location_id: row.location_id,
    cause: "orphan_reservation",
    subject: row.id,
    expected: "a level at this location, or no reservation",
    actual: `${exact(row.quantity).toFixed()} reserved, no level`,
  }
}
