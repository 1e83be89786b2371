import { Refusal } from "../../../core/refusal"
import { partOf, several } from "../low-stock/read-rules"
import type { Run } from "../posting/connection"
import { lockAskers } from "./askers"
import type { BackInStock, BackInStockAnswer, BackInStockDemand, BackInStockFilters } from "./types"

interface Page {
  limit: number
  offset: number
}

/** A wish with everything that is kept of it, so that it can be put back. */
export type KeptWish = Record<string, unknown> & { id: string }

/** Who waits, and who has waited: the latest first. */
export async function listBackInStock(
  read: Run,
  filters: BackInStockFilters,
  page: Page
): Promise<[BackInStock[], number]> {
  const values = [several(filters.variant_id), several(filters.status), partOf(filters.q)]
  const [{ count }] = await read<{ count: string }>(COUNT, values)
  const rows = await read<BackInStock>(LIST, [...values, page.limit, page.offset])
  return [rows, Number(count)]
}

/** How many wait for what: the variant that most wait for first. */
export async function listDemand(
  read: Run,
  filters: Pick<BackInStockFilters, "variant_id">,
  page: Page
): Promise<[BackInStockDemand[], number]> {
  const values = [several(filters.variant_id)]
  const [{ count }] = await read<{ count: string }>(COUNT_DEMAND, values)
  const rows = await read<BackInStockDemand>(DEMAND, [...values, page.limit, page.offset])
  return [rows, Number(count)]
}

/**
 * Confirms or ends the wish that a link names. Whoever does so again is answered the same. Inside a transaction.
 *
 * @throws Refusal `not_found` for a token that is none, or of a wish that is forgotten, and for confirming one that
 * has been ended
 */
export async function answerToken(
  run: Run,
  token: string,
  answer: BackInStockAnswer
): Promise<{ variant_id: string; sales_channel_id: string }> {
  if (answer === "confirm") {
    // What failed waits again, unless the address asks anew in this moment.
    await lockAskers(
      run,
      (await run<{ email: string }>(EMAIL_OF, [token])).map(({ email }) => `email ${email}`)
    )
  }
  const [found] = await run<{ variant_id: string; sales_channel_id: string }>(
    answer === "confirm" ? CONFIRM : UNSUBSCRIBE,
    [token]
  )
  if (!found) {
    throw Refusal.notFound("token: this link is not, or no longer, valid", { field: "token" })
  }
  return found
}

/** @throws Refusal `not_found` */
export async function deleteBackInStock(run: Run, id: string): Promise<KeptWish> {
  const [kept] = await run<{ kept: KeptWish }>(DELETE, [id])
  if (!kept) {
    throw Refusal.notFound(`Nobody waits under ${id}`, { back_in_stock_id: id })
  }
  return kept.kept
}

/** Puts a deleted wish back, for a workflow that fails later. */
export async function putBackInStock(run: Run, kept: KeptWish): Promise<void> {
  await run(PUT_BACK, [JSON.stringify(kept)])
}

const FIELDS = `id, variant_id, sales_channel_id, email, locale, status, last_error, confirmed_at,
  told_at, created_at`
const FILTERS = `
  where ($1::text[] is null or variant_id = any($1)) and ($2::text[] is null or status = any($2))
    and ($3::text is null or email ilike $3)`

const COUNT = {
  name: "",
  text: `select count(*) as count from inventory_back_in_stock ${FILTERS}`,
}

const LIST = {
  name: "",
  text: `
    select ${FIELDS} from inventory_back_in_stock ${FILTERS}
    order by created_at desc, id desc limit $4 offset $5`,
}

const COUNT_DEMAND = {
  name: "",
  text: `
    select count(distinct variant_id) as count from inventory_back_in_stock
    where $1::text[] is null or variant_id = any($1)`,
}

const DEMAND = {
  name: "",
  text: `
    select variant_id, count(*) filter (where status = 'waiting')::int as waiting,
      count(*) filter (where status = 'unconfirmed')::int as unconfirmed,
      count(*) filter (where status = 'told')::int as told,
      min(created_at) filter (where status = 'waiting') as waiting_since
    from inventory_back_in_stock where $1::text[] is null or variant_id = any($1)
    group by variant_id order by 2 desc, 5 nulls last, 1 limit $2 offset $3`,
}

const EMAIL_OF = { name: "", text: "select email from inventory_back_in_stock where token = $1" }

/** The same address may have asked for the same again, under another token. */
const LIVE_AGAIN = `b.variant_id = mine.variant_id and b.sales_channel_id = mine.sales_channel_id
  and b.email = mine.email and b.status in ('unconfirmed', 'waiting')`
const BEGINS = "b.status in ('unconfirmed', 'failed')"

/** What has failed waits from now on: its link has been read. Where it was asked for again, that is meant. */
const CONFIRM = {
  name: "",
  text: `
    with meant as (
      select coalesce(b.id, mine.id) as id from inventory_back_in_stock mine
      left join inventory_back_in_stock b on mine.status = 'failed' and ${LIVE_AGAIN}
      where mine.token = $1
    )
    update inventory_back_in_stock b set
      confirmed_at = coalesce(b.confirmed_at, clock_timestamp()), updated_at = clock_timestamp(),
      message = case when ${BEGINS} then null else b.message end,
      next_at = case when ${BEGINS} then null else b.next_at end,
      claim = case when ${BEGINS} then null else b.claim end,
      last_error = case when ${BEGINS} then null else b.last_error end,
      status = case when ${BEGINS} then 'waiting' else b.status end
    from meant where b.id = meant.id and b.status <> 'unsubscribed'
    returning b.variant_id, b.sales_channel_id`,
}

const UNSUBSCRIBE = {
  name: "",
  text: `
    update inventory_back_in_stock b set
      status = case when b.status = 'told' then 'told' else 'unsubscribed' end,
      message = null, next_at = null, claim = null, updated_at = clock_timestamp()
    from inventory_back_in_stock mine
    where mine.token = $1 and (b.id = mine.id or (${LIVE_AGAIN}))
    returning b.variant_id, b.sales_channel_id`,
}

const DELETE = {
  name: "",
  text: "delete from inventory_back_in_stock b where id = $1 returning to_jsonb(b) as kept",
}

const PUT_BACK = {
  name: "",
  text: `
    insert into inventory_back_in_stock
    select * from jsonb_populate_record(null::inventory_back_in_stock, $1::jsonb)
    on conflict do nothing`,
}
