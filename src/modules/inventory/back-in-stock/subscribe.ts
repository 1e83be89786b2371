import { randomBytes } from "node:crypto"

import { networkOf, normalizeEmail } from "../../../core/back-in-stock"
import { newId } from "../ids"
import type { StockroomOptions } from "../options"
import type { Run } from "../posting/connection"
import { hashOf, lockAskers } from "./askers"
import type { BackInStockInput, BackInStockOutcome } from "./types"

/**
 * Takes a wish down, once for each address, variant and channel. An address that has to be confirmed is asked again,
 * but not within the window, and who has unsubscribed is left alone for as long. Inside a transaction. The same is
 * done, and takes as long, whether the address is known or not.
 *
 * @returns what to answer, and the wish, if it is a new one
 */
export async function subscribe(
  run: Run,
  input: BackInStockInput,
  { double_opt_in, rate_limit }: StockroomOptions["back_in_stock"]
): Promise<{ outcome: BackInStockOutcome; created: string | null }> {
  const email = normalizeEmail(input.email)
  const askers = [`email ${email}`, ...(input.ip ? [`ip ${networkOf(input.ip)}`] : [])]
  await lockAskers(run, askers)
  const [mine, network = null] = askers.map(hashOf)
  const [asked] = await run<{ network: string; mine: string }>(COUNT, [
    network,
    mine,
    rate_limit.window_seconds,
  ])
  if (Number(asked.network) >= rate_limit.per_network) {
    return { outcome: "too_many", created: null }
  }
  await run(REMEMBER, [askers.map(hashOf)])
  if (Number(asked.mine) >= rate_limit.per_address) {
    return { outcome: "accepted", created: null }
  }
  const id = newId("ibis")
  const [written] = await run<{ id: string }>(WRITE, [
    id,
    input.variant_id,
    input.sales_channel_id,
    email,
    input.locale ?? null,
    double_opt_in,
    randomBytes(24).toString("base64url"),
    rate_limit.window_seconds,
  ])
  return { outcome: "accepted", created: written?.id === id ? id : null }
}

/** Takes a wish back, for a workflow that fails later. */
export async function takeBack(run: Run, id: string): Promise<void> {
  await run(DELETE, [[id]])
}

const COUNT = {
  name: "",
  text: `
    select count(*) filter (where asker = $1) as network, count(*) filter (where asker = $2) as mine
    from inventory_back_in_stock_request
    where asker in ($1, $2) and created_at > clock_timestamp() - make_interval(secs => $3)`,
}

const REMEMBER = {
  name: "",
  text: "insert into inventory_back_in_stock_request (asker) select unnest($1::text[])",
}

const IN_WINDOW = "updated_at > clock_timestamp() - make_interval(secs => $8)"
const ASK_AGAIN = `b.status = 'unconfirmed' and b.message is null and not b.${IN_WINDOW}`

const WRITE = {
  name: "",
  text: `
    insert into inventory_back_in_stock as b
      (id, variant_id, sales_channel_id, email, locale, status, token, message, next_at)
    select $1, $2, $3, $4, $5,
      case when $6::boolean then 'unconfirmed' else 'waiting' end, $7,
      case when $6::boolean then 'confirm' end,
      case when $6::boolean then clock_timestamp() end
    where not exists (
      select 1 from inventory_back_in_stock
      where variant_id = $2 and email = $4 and status = 'unsubscribed' and ${IN_WINDOW}
    )
    on conflict (variant_id, sales_channel_id, email) where status in ('unconfirmed', 'waiting')
    do update set locale = excluded.locale,
      message = case when ${ASK_AGAIN} then 'confirm' else b.message end,
      next_at = case when ${ASK_AGAIN} then clock_timestamp() else b.next_at end,
      claim = case when ${ASK_AGAIN} then null else b.claim end,
      round = b.round + case when ${ASK_AGAIN} then 1 else 0 end,
      attempts = case when ${ASK_AGAIN} then 0 else b.attempts end,
      updated_at = case when ${ASK_AGAIN} then clock_timestamp() else b.updated_at end
    returning id`,
}

const DELETE = {
  name: "",
  text: "delete from inventory_back_in_stock where id = any($1::text[])",
}
