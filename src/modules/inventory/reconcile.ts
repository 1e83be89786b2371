import type { Logger } from "@medusajs/framework/types"

import type { LevelKey } from "../../core/level"
import { emptying, findingNote, reconcile } from "../../core/reconcile"
import { exact, ZERO } from "../../core/quantity"
import type { Run } from "./posting/connection"
import type { Poster } from "./posting/poster"
import type { World } from "./posting/world"
import type { Who } from "./request-context"

const BATCH = 2_000

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
  gone: boolean
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
  findings: {
    inventory_item_id: string
    location_id: string
    finding: string
    difference: string
  }[]
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
  for (let after = ""; ;) {
    const found = await read<Found>(DIFFERING, [after, BATCH])
    if (!found.length) {
      break
    }
    if (started === null) {
      started = Date.now()
      logger.info("Stockroom: bringing the stock ledger in line with Medusa's inventory levels …")
    }
    after = found[found.length - 1].id
    const { result } = await poster.post(reconciliation(found))
    total.opened += result.opened
    total.corrected += result.corrected
    total.closed += result.closed
    total.findings.push(...result.findings.slice(0, 1_000 - total.findings.length))
    const done = total.opened + total.corrected + total.closed
    if (done % (BATCH * 10) === 0) {
      logger.info(
        `Stockroom: ${done} levels, ${Math.round(done / ((Date.now() - started) / 1000))} a second`
      )
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
      // Where Medusa's module has deleted a level and made it anew, the new row takes its place.
      const replaced = new Set(
        found
          .filter(({ id }) => figures.get(id)?.gone === false)
          .map((row) => `${row.inventory_item_id} ${row.location_id}`)
      )
      for (const { id, inventory_item_id: itemId, location_id: locationId } of found) {
        const key = { itemId, locationId }
        const level = world.anyLevel(key)
        const row = figures.get(id)
        if (!row || row.gone) {
          if (level.levelId === id && !replaced.has(`${itemId} ${locationId}`)) {
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

/** Live reservations of level l, summed. */
const RESERVED = `
  left join lateral (
    select coalesce(sum(r.quantity) filter (where r.line_item_id is not null), 0) as committed,
      coalesce(sum(r.quantity) filter (where r.line_item_id is null), 0) as reserved
    from reservation_item r
    where r.inventory_item_id = l.inventory_item_id and r.location_id = l.location_id
      and r.deleted_at is null
  ) r on true`

/** $1: the id to go on after, $2: how many. Levels that the ledger does not have as Medusa has them. */
const DIFFERING = {
  name: "",
  text: `
    select l.id, l.inventory_item_id, l.location_id, l.deleted_at is not null as gone
    from inventory_level l
    left join inventory_level_state s on s.level_id = l.id
    ${RESERVED}
    where l.id > $1 and case
      when l.deleted_at is not null then s.id is not null
      else s.id is null
        or l.stocked_quantity <> s.available + s.committed + s.reserved + s.damaged + s.safety
          + s.quality_control
        or l.reserved_quantity <> s.committed + s.reserved + s.damaged + s.safety
          + s.quality_control
        or l.incoming_quantity <> s.incoming
        or s.committed <> greatest(r.committed, 0)
        or s.reserved_by_reservations <> greatest(r.reserved, 0)
      end
    union all
    select s.level_id, s.inventory_item_id, s.location_id, true
    from inventory_level_state s
    where s.level_id > $1 and not exists (select 1 from inventory_level l where l.id = s.level_id)
    order by 1 limit $2`,
}

/**
 * A figure of Medusa's with all its digits. Its module writes the numeric column through a number,
 * which holds seventeen; the raw column beside it says which number that was meant to be.
 */
function exactly(column: string): string {
  const raw = `l.raw_${column} ->> 'value'`
  return `case when (${raw}) ~ '^-?[0-9]+([.][0-9]+)?$' and (${raw})::float8 = l.${column}::float8
    then ${raw} else l.${column}::text end`
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
