import { type LevelKey, levelName } from "../../core/level"
import { exact, type Quantity, ZERO } from "../../core/quantity"
import { emptying, findingNote, reconcile } from "../../core/reconcile"
import { type State, STATES } from "../../core/state"
import { type Drift, inspect, inspectCore, type LevelEvidence } from "../../core/verify"
import type { Run } from "./posting/connection"
import type { Poster } from "./posting/poster"
import type { World } from "./posting/world"
import type { Who } from "./request-context"
import type { Repaired, Verification, VerifyInput } from "./types"

const BATCH = 5_000
/** So that a store in which everything has drifted still gets an answer of readable size. */
const MAX_LISTED = 10_000

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
    result.notices = await read<Verification["notices"][number]>(NOTICES, scope)
  }
  return result
}

/**
 * Brings drifted levels back in line by compensating movements: what Medusa has stocked is kept,
 * live reservations are the truth. Nothing in the ledger is edited.
 */
export async function repair(
  read: Run,
  poster: Poster,
  who: Who,
  input: VerifyInput = {}
): Promise<Repaired> {
  const before = await verify(read, input)
  const keys = new Map(
    before.drifts
      .filter(({ cause }) => cause !== "orphan_reservation")
      .map((drift): [string, LevelKey] => [
        `${drift.inventory_item_id} ${drift.location_id}`,
        { itemId: drift.inventory_item_id, locationId: drift.location_id },
      ])
  )
  const all = [...keys.values()]
  const movementIds: string[] = []
  for (let start = 0; start < all.length; start += 500) {
    const { movements } = await poster.post(compensation(who, all.slice(start, start + 500)))
    movementIds.push(...movements.map(({ id }) => id))
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
    decide(world: World, rows: { id: string; evidence: LevelEvidence }[]) {
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
          { ...level, reservedByReservations: held },
          {
            stocked: medusa.rawStocked,
            reserved: medusa.rawReserved,
            incoming: medusa.rawIncoming,
            committedByReservations: reservations.committed,
            reservedByReservations: reservations.reserved,
          }
        )
        world.adopt(key, id, plan.reservedByReservations)
        world.move(who, {
          kind: level.sequence ? "repair" : "opening",
          reason: plan.finding,
          note: findingNote(plan),
          entries: plan.entries,
        })
      }
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
  stored: (Record<State, string> & { held: string; sequence: string }) | null
  sums: Partial<Record<State, string>> | null
  row_count: string
  last_sequence: string
  committed: string
  held: string
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

const MEDUSA_FIGURES = `
  l.id, l.inventory_item_id, l.location_id,
  l.stocked_quantity::text as stocked, l.reserved_quantity::text as reserved,
  l.incoming_quantity::text as incoming,
  l.raw_stocked_quantity ->> 'value' as raw_stocked,
  l.raw_reserved_quantity ->> 'value' as raw_reserved,
  l.raw_incoming_quantity ->> 'value' as raw_incoming`

const RESERVATION_SUMS = `
  left join lateral (
    select coalesce(sum(v.quantity) filter (where v.line_item_id is not null), 0)::text as committed,
      coalesce(sum(v.quantity) filter (where v.line_item_id is null), 0)::text as held
    from reservation_item v
    where v.inventory_item_id = l.inventory_item_id and v.location_id = l.location_id
      and v.deleted_at is null
  ) v on true`

const FULL_EVIDENCE = `
  select ${MEDUSA_FIGURES}, v.committed, v.held,
    case when s.id is not null then jsonb_build_object(
      'available', s.available::text, 'committed', s.committed::text,
      'reserved', s.reserved::text, 'damaged', s.damaged::text, 'safety', s.safety::text,
      'quality_control', s.quality_control::text, 'incoming', s.incoming::text,
      'fulfilled', s.fulfilled::text, 'held', s.reserved_by_reservations::text,
      'sequence', s.sequence::text) end as stored,
    t.sums, coalesce(t.row_count, 0)::text as row_count,
    coalesce(t.last_sequence, 0)::text as last_sequence
  from inventory_level l
  left join inventory_level_state s on s.level_id = l.id
  ${RESERVATION_SUMS}
  left join lateral (
    select jsonb_object_agg(state, total) as sums, sum(row_count) as row_count,
      max(last_sequence) as last_sequence
    from (
      select state, sum(quantity)::text as total, count(*) as row_count,
        max(sequence) as last_sequence
      from inventory_transaction x
      where x.inventory_item_id = l.inventory_item_id and x.location_id = l.location_id
      group by state
    ) by_state
  ) t on true`

const SCOPE = `($3::text is null or l.inventory_item_id = $3)
  and ($4::text is null or l.location_id = $4)`

/** $1: level id to go on after, $2: how many, $3: only this item, $4: only this location. */
const EVIDENCE = {
  name: "",
  text: `${FULL_EVIDENCE}
    where l.deleted_at is null and l.id > $1 and ${SCOPE} order by l.id limit $2`,
}

const CORE_EVIDENCE = {
  name: "",
  text: `
    select ${MEDUSA_FIGURES}, v.committed, v.held, null as stored, null as sums,
      '0' as row_count, '0' as last_sequence
    from inventory_level l ${RESERVATION_SUMS}
    where l.deleted_at is null and l.id > $1 and ${SCOPE} order by l.id limit $2`,
}

/** $1, $2: items and locations, pairwise. */
const EVIDENCE_OF = {
  name: "",
  text: `${FULL_EVIDENCE}
    where l.deleted_at is null and (l.inventory_item_id, l.location_id) in
      (select * from unnest($1::text[], $2::text[]))`,
}

const ORPHANS = {
  name: "",
  text: `
    select r.id, r.inventory_item_id, r.location_id, r.quantity::text
    from reservation_item r
    left join inventory_level l on l.inventory_item_id = r.inventory_item_id
      and l.location_id = r.location_id and l.deleted_at is null
    where r.deleted_at is null and l.id is null
      and ($1::text is null or r.inventory_item_id = $1)
      and ($2::text is null or r.location_id = $2)
    order by r.id limit ${MAX_LISTED}`,
}

/** Levels that are open in the ledger, and gone from Medusa's table. */
const STRAYS = {
  name: "",
  text: `
    select s.level_id, s.inventory_item_id, s.location_id
    from inventory_level_state s
    left join inventory_level l on l.id = s.level_id and l.deleted_at is null
    where s.level_id is not null and l.id is null
      and ($1::text is null or s.inventory_item_id = $1)
      and ($2::text is null or s.location_id = $2)
    order by s.level_id limit ${MAX_LISTED}`,
}

/** Nothing is wrong with these, but somebody should know. */
const NOTICES = {
  name: "",
  text: `
    select 'below_zero' as notice, inventory_item_id, location_id,
      trim_scale(available)::text as quantity,
      null as movement_id
    from inventory_level_state
    where below_zero and ($1::text is null or inventory_item_id = $1)
      and ($2::text is null or location_id = $2)
    union all
    select distinct m.reason, t.inventory_item_id, t.location_id,
      substring(m.note from '[0-9][0-9.]*'), m.id
    from inventory_movement m join inventory_transaction t on t.movement_id = m.id
    where m.reason in ('unexplained', 'counter_raised')
      and m.kind in ('opening', 'correction', 'repair')
      and ($1::text is null or t.inventory_item_id = $1)
      and ($2::text is null or t.location_id = $2)
    limit ${MAX_LISTED}`,
}
