import type { Logger } from "@medusajs/framework/types"

import type { Level, LevelKey } from "../../core/level"
import { emptying, findingNote, reconcile, type Reconciliation } from "../../core/reconcile"
import { exact, ZERO } from "../../core/quantity"
import type { Run } from "./posting/connection"
import { exactly, RESERVED } from "./posting/medusa-figures"
import type { Poster } from "./posting/poster"
import type { Finding } from "./posting/store"
import type { World } from "./posting/world"
import type { Who } from "./request-context"

/** Rows looked at by one question, of both tables together; and the most that are opened at once. */
const WINDOW = 2_000
/** Levels corrected by one transaction. */
const BATCH = 100
/** Milliseconds between two lines of progress. */
const TELL_EVERY = 5_000
const MAX_FINDINGS = 1_000

const WHO: Who = {
  actor: { type: "system", id: null },
  source: "installation",
  correlationId: null,
  references: {},
}

interface Found {
  id: string
  inventory_item_id: string
  location_id: string
  /** Medusa has no such level, or has deleted it. */
  gone: boolean
  /** The ledger does not know Medusa's row. */
  unknown: boolean
}

interface Figures {
  id: string
  gone: boolean
  stocked: string
  reserved: string
  incoming: string
  committed_by_reservations: string
  reserved_by_reservations: string
}

/** What bringing the ledger in line with Medusa's tables came to. */
export interface Reconciled {
  opened: number
  corrected: number
  closed: number
  findings: Finding[]
}

/**
 * Brings the ledger in line with Medusa's tables: on a first install every level gets its opening
 * movement, after Medusa's own module ran in between every changed level gets one correction.
 * Works in bounded batches, each a transaction of its own; it can be stopped and started again.
 *
 * @param read - runs a query outside any transaction
 */
export async function reconcileWithMedusa(
  read: Run,
  poster: Poster,
  logger: Pick<Logger, "info" | "warn">
): Promise<Reconciled> {
  const total: Reconciled = { opened: 0, corrected: 0, closed: 0, findings: [] }
  let started: number | null = null
  let told = 0
  const done = () => total.opened + total.corrected + total.closed
  for (let after = ""; ;) {
    const [{ end }] = await read<{ end: string | null }>(WINDOW_END, [after, WINDOW])
    if (end === null) {
      break
    }
    const found = await read<Found>(DIFFERING, [after, end])
    after = end
    if (found.length && started === null) {
      started = told = Date.now()
      logger.info("Stockroom: bringing the stock ledger in line with Medusa's inventory levels …")
    }
    for await (const part of bringInLine(found, poster)) {
      total.opened += part.opened
      total.corrected += part.corrected
      total.closed += part.closed
      total.findings.push(...part.findings.slice(0, MAX_FINDINGS - total.findings.length))
      if (started !== null && Date.now() - told >= TELL_EVERY) {
        told = Date.now()
        logger.info(
          `Stockroom: ${done()} levels, ${Math.round(done() / ((told - started) / 1000))} a second`
        )
      }
    }
  }
  if (started !== null) {
    logger.info(
      `Stockroom: ledger in line: ${total.opened} levels opened, ${total.corrected} corrected, ${total.closed} closed in ${((Date.now() - started) / 1000).toFixed(1)} s`
    )
  }
  total.findings.forEach(({ inventory_item_id, location_id, finding, difference }) =>
    logger.warn(
      `Stockroom: item ${inventory_item_id} at location ${location_id}: ${
        finding === "unexplained"
          ? `${difference} reserved that no reservation explains; kept as reserved`
          : `reserved counter was ${difference} below its reservations; raised, available fell`
      }`
    )
  )
  return total
}

/** What the ledger has never had is opened as a whole; all else is compared level by level. */
async function* bringInLine(found: Found[], poster: Poster): AsyncGenerator<Reconciled> {
  let rest = found
  const unknown = found.filter((row) => row.unknown)
  if (unknown.length) {
    const { opened, findings } = await poster.open(unknown.map(({ id }) => id))
    yield { opened, corrected: 0, closed: 0, findings }
    // Some may be levels that were closed before, or that have gone, or that others have opened.
    rest = opened === unknown.length ? found.filter((row) => !row.unknown) : found
  }
  for (let first = 0; first < rest.length; first += BATCH) {
    yield (await poster.post(reconciliation(rest.slice(first, first + BATCH)))).result
  }
}

function reconciliation(found: Found[]) {
  const keys = found.map((row): LevelKey => ({
    itemId: row.inventory_item_id,
    locationId: row.location_id,
  }))
  return {
    alone: true,
    needs: { levels: keys },
    // Read again under lock, so that what has been brought in line meanwhile is left alone.
    load: async (run: Run) => await run<Figures>(FIGURES, [found.map((row) => row.id)]),
    decide(world: World, rows: Figures[]): Reconciled {
      const result: Reconciled = { opened: 0, corrected: 0, closed: 0, findings: [] }
      const figures = new Map(rows.map((row) => [row.id, row]))
      for (const { id, inventory_item_id: itemId, location_id: locationId } of found) {
        const key = { itemId, locationId }
        const level = world.anyLevel(key)
        const row = figures.get(id)
        if (!row || row.gone) {
          if (level.levelId === id) {
            world.adopt(key, id, ZERO)
            world.move(WHO, { kind: "correction", reason: "closed", entries: emptying(level) })
            world.close(key, "closed")
            result.closed++
          }
          continue
        }
        const plan = reconcile(level, {
          stocked: exact(row.stocked),
          reserved: exact(row.reserved),
          incoming: exact(row.incoming),
          committedByReservations: exact(row.committed_by_reservations),
          reservedByReservations: exact(row.reserved_by_reservations),
        })
        if (level.levelId === id && nothingToDo(level, plan)) {
          continue
        }
        const first = level.sequence === 0 && !level.levelId
        world.adopt(key, id, plan.reservedByReservations)
        world.move(WHO, {
          kind: first ? "opening" : "correction",
          reason: plan.finding,
          note: findingNote(plan),
          entries: plan.entries,
        })
        result[first ? "opened" : "corrected"]++
        if (plan.finding) {
          result.findings.push({
            inventory_item_id: key.itemId,
            location_id: key.locationId,
            finding: plan.finding,
            difference: plan.difference.toFixed(),
          })
        }
      }
      return result
    },
  }
}

function nothingToDo(level: Level, plan: Reconciliation): boolean {
  return (
    !plan.entries.length &&
    !plan.finding &&
    plan.reservedByReservations.isEqualTo(level.reservedByReservations)
  )
}

/**
 * $1: the id to go on after, $2: how many. The last id of the next window. What is looked for in a
 * window is found through the indexes; asked for all that is left, Postgres would read and sort all
 * that is left, for each batch anew.
 */
const WINDOW_END = {
  name: "",
  text: `
    select max(id) as end from (
      (select id from inventory_level where id > $1 order by id limit $2)
      union all
      (select level_id from inventory_level_state where level_id > $1 order by level_id limit $2)
      order by 1 limit $2
    ) w`,
}

/** $1, $2: the window. Levels that the ledger does not have as Medusa has them. */
const DIFFERING = {
  name: "",
  text: `
    select coalesce(l.id, s.level_id) as id,
      coalesce(l.inventory_item_id, s.inventory_item_id) as inventory_item_id,
      coalesce(l.location_id, s.location_id) as location_id,
      l.id is null or l.deleted_at is not null as gone, s.id is null as unknown
    from (select * from inventory_level where id > $1 and id <= $2) l
    full join (
      select * from inventory_level_state where level_id > $1 and level_id <= $2
    ) s on s.level_id = l.id
    ${RESERVED}
    where case
      -- Where it has been made anew, the new row takes its place.
      when l.id is null or l.deleted_at is not null then s.id is not null and not exists (
        select 1 from inventory_level n where n.inventory_item_id = s.inventory_item_id
          and n.location_id = s.location_id and n.deleted_at is null)
      else s.id is null
        or l.stocked_quantity <> s.available + s.committed + s.reserved + s.damaged + s.safety
          + s.quality_control
        or l.reserved_quantity <> s.committed + s.reserved + s.damaged + s.safety
          + s.quality_control
        or l.incoming_quantity <> s.incoming
        or s.committed <> greatest(r.committed, 0)
        or s.reserved_by_reservations <> greatest(r.reserved, 0)
      end
    order by 1`,
}

/** $1: level ids. */
const FIGURES = {
  name: "stockroom_figures",
  text: `
    select l.id, l.deleted_at is not null as gone,
      ${exactly("stocked_quantity")} as stocked, ${exactly("reserved_quantity")} as reserved,
      ${exactly("incoming_quantity")} as incoming,
      r.committed::text as committed_by_reservations,
      r.reserved::text as reserved_by_reservations
    from inventory_level l
    ${RESERVED}
    where l.id = any($1::text[])
    order by l.id`,
}
