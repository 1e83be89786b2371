import { waitAfter } from "../../../core/retry"
import type { Run } from "../posting/connection"
import type { AwaitedVariant, BackInStockMessage } from "./types"

/** Seconds that a claim lasts: so long after its server's death a message is due again that waits for its turn. */
const CLAIM_SECONDS = 60
/** And one that is being sent: providers may take their time, and nobody can call back what they have. */
const SENDING_SECONDS = 600

/** Variants that are waited for; those that nobody has looked at for longest first. */
export async function awaited(read: Run, limit: number): Promise<AwaitedVariant[]> {
  return await read<AwaitedVariant>(AWAITED, [limit])
}

/**
 * Notes that variants have been looked at, and has a message sent to all who wait for those that are back. Who asks
 * while that is done waits for the next look.
 */
export async function noteLook(
  run: Run,
  looked: AwaitedVariant[],
  back: AwaitedVariant[]
): Promise<void> {
  const columns = (pairs: AwaitedVariant[]) => [
    pairs.map((one) => one.variant_id),
    pairs.map((one) => one.sales_channel_id),
  ]
  await run(LOOKED, columns(looked))
  await run(BACK, columns(back))
}

/** Takes messages in hand that are due, those that have waited longest first. */
export async function claimMessages(
  run: Run,
  claim: string,
  limit: number
): Promise<BackInStockMessage[]> {
  return await run<BackInStockMessage>(CLAIM, [claim, limit, CLAIM_SECONDS])
}

type Claimed = Pick<BackInStockMessage, "id" | "attempts" | "message" | "round"> & { claim: string }

/**
 * Holds a claimed message while it is sent, and counts the attempt.
 *
 * @returns the message as it is now; null where it is not this claim's any more, or nobody wants it
 */
export async function beginMessage(run: Run, message: Claimed): Promise<BackInStockMessage | null> {
  const [begun] = await run<BackInStockMessage>(START, [...keyOf(message), SENDING_SECONDS])
  return begun ?? null
}

/** The message is sent, and is never repeated. */
export async function finishMessage(run: Run, message: Claimed): Promise<void> {
  await run(FINISH, keyOf(message))
}

/** What was back is gone again: the wish waits on. */
export async function waitOn(run: Run, message: Claimed): Promise<void> {
  await run(WAIT_ON, keyOf(message))
}

/** Remembers what went wrong, and tries again later, or no more. */
export async function failMessage(run: Run, message: Claimed, error: string): Promise<void> {
  await run(FAIL, [...keyOf(message), error.slice(0, 2_000), waitAfter(message.attempts)])
}

/** A claim is of one message: what was sent meanwhile must not be taken for another. */
function keyOf({ id, claim, message, round }: Claimed): unknown[] {
  return [id, claim, message, round]
}

/** Forgets the addresses of those who are told or have not confirmed, and of who has waited too long. */
export async function forget(
  run: Run,
  days: { forget_after_days: number; wait_days: number },
  windowSeconds: number
): Promise<void> {
  await run(FORGET, [days.forget_after_days, days.wait_days])
  await run(FORGET_REQUESTS, [windowSeconds])
}

const AWAITED = {
  name: "",
  text: `
    select variant_id, sales_channel_id from inventory_back_in_stock
    where status = 'waiting' and message is null
    group by 1, 2 order by min(checked_at) nulls first, 1, 2 limit $1`,
}

const PAIRS = "unnest($1::text[], $2::text[]) as p (variant_id, sales_channel_id)"
const OF_PAIR = `b.variant_id = p.variant_id and b.sales_channel_id = p.sales_channel_id
  and b.status = 'waiting' and b.message is null`

const LOOKED = {
  name: "",
  text: `
    update inventory_back_in_stock b set checked_at = clock_timestamp() from ${PAIRS}
    where ${OF_PAIR}`,
}

const BACK = {
  name: "",
  text: `
    update inventory_back_in_stock b set message = 'back', next_at = clock_timestamp(), attempts = 0,
      claim = null, round = b.round + 1, updated_at = clock_timestamp()
    from ${PAIRS} where ${OF_PAIR}`,
}

const MESSAGE = `b.id, b.variant_id, b.sales_channel_id, b.email, b.locale, b.token, b.message, b.round,
  b.attempts`
const CLAIMED = "id = $1 and claim = $2 and message = $3 and round = $4"

const CLAIM = {
  name: "",
  text: `
    with due as (
      select id from inventory_back_in_stock
      where message is not null and next_at <= clock_timestamp()
      order by next_at, id limit $2 for update skip locked
    )
    update inventory_back_in_stock b set claim = $1,
      next_at = clock_timestamp() + make_interval(secs => $3), updated_at = clock_timestamp()
    from due where b.id = due.id returning ${MESSAGE}`,
}

/** What has waited for longer than its claim is left to the next: it would have to be looked at again. */
const START = {
  name: "",
  text: `
    update inventory_back_in_stock b set attempts = b.attempts + 1,
      next_at = clock_timestamp() + make_interval(secs => $5), updated_at = clock_timestamp()
    where ${CLAIMED} and next_at > clock_timestamp() returning ${MESSAGE}`,
}

const DONE = "message = null, next_at = null, claim = null, updated_at = clock_timestamp()"

const FINISH = {
  name: "",
  text: `
    update inventory_back_in_stock set
      told_at = case when message = 'back' then clock_timestamp() else told_at end,
      status = case when message = 'back' then 'told' else status end, last_error = null, ${DONE}
    where ${CLAIMED}`,
}

const WAIT_ON = {
  name: "",
  text: `update inventory_back_in_stock set attempts = 0, ${DONE} where ${CLAIMED}`,
}

const FAIL = {
  name: "",
  text: `
    update inventory_back_in_stock set last_error = $5, claim = null, updated_at = clock_timestamp(),
      status = case when $6::int is null then 'failed' else status end,
      message = case when $6::int is null then null else message end,
      next_at = clock_timestamp() + make_interval(secs => $6::int)
    where ${CLAIMED}`,
}

const FORGET = {
  name: "",
  text: `
    delete from inventory_back_in_stock
    where (status <> 'waiting' and updated_at < clock_timestamp() - make_interval(days => $1))
      or (status = 'waiting' and created_at < clock_timestamp() - make_interval(days => $2))`,
}

const FORGET_REQUESTS = {
  name: "",
  text: `
    delete from inventory_back_in_stock_request
    where created_at < clock_timestamp() - make_interval(secs => $1)`,
}
