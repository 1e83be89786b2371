import { Refusal } from "../../../core/refusal"
import { MAX_ATTEMPTS, waitAfter } from "../../../core/retry"
import type { Run } from "../posting/connection"
import type { ActionResult } from "./action"
import { several } from "./read-rules"
import type { LowStockRun, LowStockRunFilters } from "./types"

/** Seconds that a claim lasts unless it is renewed: so long after its server's death a run begins again. */
const CLAIM_SECONDS = 60

/** A run that whoever has claimed it has to do now. */
export interface ClaimedRun {
  id: string
  alert_id: string
  position: number
  identifier: string
  options: Record<string, unknown>
  phase: "execute" | "undo"
  /** With this one. */
  attempts: number
  /** For `undo`: what `execute` gave. */
  result_of_execute: ActionResult | null
}

/**
 * Claims runs that are due, those that have waited longest first. What others have in hand is passed over,
 * and what has become pointless is closed: what had not begun when the stock recovered is neither done nor
 * undone. Inside a transaction.
 */
export async function claimRuns(run: Run, claim: string, limit: number): Promise<ClaimedRun[]> {
  await run(SKIP_RECOVERED, [limit])
  await run(GIVE_UP_ON_DEAD, [limit, MAX_ATTEMPTS])
  return await run<ClaimedRun>(CLAIM, [claim, limit, CLAIM_SECONDS])
}

/** Keeps what is claimed from being claimed by others, while it is still worked on. */
export async function renewClaim(run: Run, claim: string): Promise<void> {
  await run(RENEW, [claim, CLAIM_SECONDS])
}

/** The run is done, and is never repeated. */
export async function finishRun(
  run: Run,
  { id, claim, result }: { id: string; claim: string; result: ActionResult | null }
): Promise<void> {
  await run(FINISH, [id, claim, "done", result && JSON.stringify(result)])
}

/** There is nothing to do. */
export async function skipRun(run: Run, { id, claim }: { id: string; claim: string }) {
  await run(FINISH, [id, claim, "skipped", null])
}

/** Remembers what went wrong, and tries again later, or no more. */
export async function failRun(
  run: Run,
  { id, claim, attempts, error }: { id: string; claim: string; attempts: number; error: string }
): Promise<void> {
  await run(FAIL, [id, claim, error.slice(0, 2_000), waitAfter(attempts)])
}

/**
 * Lets a run that has failed, or waits for its next attempt, be tried at once.
 *
 * @returns how it was before
 * @throws Refusal `not_found`; `conflict` where it is not waiting, or the stock has recovered meanwhile
 */
export async function retryRun(run: Run, id: string): Promise<RunBefore> {
  const [before] = await run<RunBefore>(RETRY, [id])
  if (before) {
    return before
  }
  const { status } = await retrieveRun(run, id)
  throw Refusal.conflict(
    ["failed", "pending"].includes(status)
      ? `Run ${id} is not tried again: the stock has recovered`
      : `Run ${id} is ${status}: only what has failed or waits is tried again`,
    { run_id: id, status }
  )
}

export interface RunBefore {
  id: string
  status: string
  next_at: Date
  finished_at: Date | null
}

/** Takes a retry back, for a workflow that fails later. */
export async function putBackRun(run: Run, { id, status, next_at, finished_at }: RunBefore) {
  await run(PUT_BACK, [id, status, next_at, finished_at])
}

/** Runs, the latest first. */
export async function listRuns(
  read: Run,
  filters: LowStockRunFilters,
  page: { limit: number; offset: number }
): Promise<[LowStockRun[], number]> {
  const values = [
    several(filters.alert_id),
    several(filters.status),
    several(filters.identifier),
    several(filters.inventory_item_id),
  ]
  const [{ count }] = await read<{ count: string }>(
    { name: "", text: `select count(*) as count ${FROM} ${FILTERS}` },
    values
  )
  const rows = await read<LowStockRun>(
    {
      name: "",
      text: `select ${FIELDS} ${FROM} ${FILTERS}
        order by r.created_at desc, r.id desc limit $5 offset $6`,
    },
    [...values, page.limit, page.offset]
  )
  return [rows, Number(count)]
}

/** @throws Refusal `not_found` */
export async function retrieveRun(read: Run, id: string): Promise<LowStockRun> {
  const [found] = await read<LowStockRun>(
    { name: "", text: `select ${FIELDS} ${FROM} where r.id = $1` },
    [id]
  )
  if (!found) {
    throw Refusal.notFound(`Run ${id} was not found`, { run_id: id })
  }
  return found
}

const FIELDS = `
  r.id, r.alert_id, r.position, r.identifier, r.options, r.phase, r.status, r.attempts,
  case when r.status = 'pending' then r.next_at end as next_at, r.last_error, r.result,
  r.started_at, r.finished_at, r.created_at, a.inventory_item_id, a.place, a.location_id,
  a.sales_channel_id`
const FROM = `from inventory_low_stock_run r join inventory_low_stock_alert a on a.id = r.alert_id`
const FILTERS = `
  where ($1::text[] is null or r.alert_id = any($1))
    and ($2::text[] is null or r.status = any($2))
    and ($3::text[] is null or r.identifier = any($3))
    and ($4::text[] is null or a.inventory_item_id = any($4))`

/** A run's other half: what has to be undone. */
const OF_SAME_ACTION = `x.alert_id = u.alert_id and x.position = u.position and x.phase = 'execute'`

/** An `execute` that stock has overtaken. One that had been tried may have done something: its `undo` runs. */
const SKIP_RECOVERED = {
  name: "",
  text: `
    with due as (
      select u.id as undo_id, x.id, x.attempts
      from inventory_low_stock_run u join inventory_low_stock_run x on ${OF_SAME_ACTION}
      where u.status = 'pending' and u.next_at <= clock_timestamp() and u.phase = 'undo'
        and (x.status = 'pending' or (x.status = 'running' and x.claimed_until <= clock_timestamp()))
      order by u.next_at, u.id limit $1
      for update of u, x skip locked
    ),
    executes as (
      update inventory_low_stock_run r set status = 'skipped', claim = null, claimed_until = null,
        finished_at = clock_timestamp(), updated_at = clock_timestamp()
      from due where r.id = due.id
    )
    update inventory_low_stock_run r set status = 'skipped', finished_at = clock_timestamp(),
      updated_at = clock_timestamp()
    from due where r.id = due.undo_id and due.attempts = 0`,
}

/** A run whose server has died each time is not begun for ever. */
const GIVE_UP_ON_DEAD = {
  name: "",
  text: `
    update inventory_low_stock_run set status = 'failed', claim = null, claimed_until = null,
      last_error = 'The server stopped while the action ran', finished_at = clock_timestamp(),
      updated_at = clock_timestamp()
    where id in (
      select id from inventory_low_stock_run
      where status = 'running' and next_at <= clock_timestamp() and attempts >= $2
      order by next_at, id limit $1 for update skip locked)`,
}

/**
 * What is claimed is due again when the claim ends, so that a dead server's runs come up by themselves. An
 * \`undo\` waits until its \`execute\` is over.
 */
const CLAIM = {
  name: "",
  text: `
    with due as (
      select u.id from inventory_low_stock_run u
      where u.status in ('pending', 'running') and u.next_at <= clock_timestamp()
        and case u.phase
          when 'execute' then not exists (select 1 from inventory_low_stock_run o
            where o.alert_id = u.alert_id and o.position = u.position and o.phase = 'undo')
          else exists (select 1 from inventory_low_stock_run x
            where ${OF_SAME_ACTION} and x.status in ('done', 'failed', 'skipped')) end
      order by u.next_at, u.id limit $2
      for update skip locked
    )
    update inventory_low_stock_run r set status = 'running', claim = $1,
      claimed_until = clock_timestamp() + $3 * interval '1 second',
      next_at = clock_timestamp() + $3 * interval '1 second', attempts = r.attempts + 1,
      last_error = case r.status when 'running' then 'The server stopped while the action ran'
        else r.last_error end,
      started_at = clock_timestamp(), updated_at = clock_timestamp()
    from due where r.id = due.id
    returning r.id, r.alert_id, r.position, r.identifier, r.options, r.phase, r.attempts,
      (select x.result from inventory_low_stock_run x where x.alert_id = r.alert_id
        and x.position = r.position and x.phase = 'execute' and r.phase = 'undo') as result_of_execute`,
}

const RENEW = {
  name: "",
  text: `
    update inventory_low_stock_run set claimed_until = clock_timestamp() + $2 * interval '1 second',
      next_at = clock_timestamp() + $2 * interval '1 second'
    where claim = $1 and status = 'running'`,
}

const FINISH = {
  name: "",
  text: `
    update inventory_low_stock_run set status = $3, result = $4::jsonb, claim = null,
      claimed_until = null, last_error = null, finished_at = clock_timestamp(),
      updated_at = clock_timestamp()
    where id = $1 and claim = $2 and status = 'running'`,
}

/** $4: seconds until the next attempt; null: none. A mute that was set meanwhile holds. */
const FAIL = {
  name: "",
  text: `
    update inventory_low_stock_run r set claim = null, claimed_until = null, last_error = $3,
      status = case when $4::numeric is null then 'failed' else 'pending' end,
      next_at = case when $4::numeric is null then r.next_at
        else greatest(clock_timestamp() + $4::numeric * interval '1 second',
          case r.phase when 'execute' then greatest(a.muted_until, u.muted_until) end) end,
      finished_at = case when $4::numeric is null then clock_timestamp() end,
      updated_at = clock_timestamp()
    from inventory_low_stock_alert a left join inventory_low_stock_rule u on u.id = a.rule_id
    where r.id = $1 and r.claim = $2 and r.status = 'running' and a.id = r.alert_id`,
}

const RETRY = {
  name: "",
  text: `
    with before as (
      select u.id, u.status, u.next_at, u.finished_at from inventory_low_stock_run u
      where u.id = $1 and u.status in ('failed', 'pending')
        and (u.phase = 'undo' or not exists (select 1 from inventory_low_stock_run o
          where o.alert_id = u.alert_id and o.position = u.position and o.phase = 'undo'))
      for update
    )
    update inventory_low_stock_run r set status = 'pending', next_at = clock_timestamp(),
      finished_at = null, updated_at = clock_timestamp()
    from before where r.id = before.id
    returning before.id, before.status, before.next_at, before.finished_at`,
}

const PUT_BACK = {
  name: "",
  text: `
    update inventory_low_stock_run set status = $2, next_at = $3, finished_at = $4,
      updated_at = clock_timestamp()
    where id = $1 and status = 'pending'`,
}
