import { Refusal } from "../../../core/refusal"
import { partOf, several } from "../low-stock/read-rules"
import type { Run } from "../posting/connection"
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
 * Confirms or ends the wish that a link names. Whoever does so again is answered the same.
 *
 * @throws Refusal `not_found` for a token that is none, or of a wish that is forgotten
 */
export async function answerToken(
  run: Run,
  token: string,
  answer: BackInStockAnswer
): Promise<{ variant_id: string; sales_channel_id: string }> {
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

const CONFIRM = {
  name: "",
  text: `
    update inventory_back_in_stock set
      confirmed_at = coalesce(confirmed_at, clock_timestamp()), updated_at = clock_timestamp(),
      message = case when status = 'unconfirmed' then null else message end,
      next_at = case when status = 'unconfirmed' then null else next_at end,
      claim = case when status = 'unconfirmed' then null else claim end,
      status = case when status = 'unconfirmed' then 'waiting' else status end
    where token = $1 returning variant_id, sales_channel_id`,
}

const UNSUBSCRIBE = {
  name: "",
  text: `
    update inventory_back_in_stock set
      status = case when status in ('unconfirmed', 'waiting') then 'unsubscribed' else status end,
      message = null, next_at = null, claim = null, updated_at = clock_timestamp()
    where token = $1 returning variant_id, sales_channel_id`,
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
