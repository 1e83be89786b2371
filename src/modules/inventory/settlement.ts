import type { Run } from "./posting/connection"

/** Remembers that an order could not be settled; the wait doubles with each attempt, up to an hour. */
export async function rememberUnsettled(run: Run, orderId: string, error: string): Promise<void> {
  await run(REMEMBER, [orderId, error.slice(0, 2_000)])
}

export async function forgetUnsettled(run: Run, orderId: string): Promise<void> {
  await run(FORGET, [orderId])
}

/** Orders whose next attempt is due. */
export async function dueOrders(run: Run, limit: number): Promise<string[]> {
  return (await run<{ order_id: string }>(DUE, [limit])).map(({ order_id }) => order_id)
}

/** Until when the sweep has looked at all orders; where it has not begun, when the ledger did. */
export async function sweptUntil(run: Run): Promise<Date | null> {
  const [row] = await run<{ until: Date | null }>(SWEPT_UNTIL)
  return row?.until ?? null
}

export async function rememberSweep(run: Run, until: Date): Promise<void> {
  await run(REMEMBER_SWEEP, [until.toISOString()])
}

const REMEMBER = {
  name: "",
  text: `
    insert into inventory_settlement (order_id, attempts, last_error, next_attempt_at)
    values ($1, 1, $2, now() + interval '1 minute')
    on conflict (order_id) do update set attempts = inventory_settlement.attempts + 1,
      last_error = excluded.last_error, updated_at = now(),
      next_attempt_at = now() + least(
        interval '1 minute' * (2 ^ least(inventory_settlement.attempts, 10)), interval '1 hour')`,
}
const FORGET = { name: "", text: "delete from inventory_settlement where order_id = $1" }
const DUE = {
  name: "",
  text: `select order_id from inventory_settlement where next_attempt_at <= now()
    order by next_attempt_at limit $1`,
}
const SWEPT_UNTIL = {
  name: "",
  text: `select coalesce(
    (select done_until from inventory_sweep where name = 'orders'),
    (select min(created_at) from inventory_movement where kind = 'opening')) as until`,
}
const REMEMBER_SWEEP = {
  name: "",
  text: `
    insert into inventory_sweep (name, done_until) values ('orders', $1)
    on conflict (name) do update set done_until = excluded.done_until`,
}
