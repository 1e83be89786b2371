import type { Run } from "../posting/connection"
import { lock } from "../posting/store"
import type { LowStockTurns } from "./types"

/** Items whose levels are locked at once while they are compared with rules. */
const ITEMS_AT_ONCE = 500

interface MarkedRule {
  id: string
  inventory_item_id: string | null
  marked_at: string
}

/** Runs something in a transaction of its own, again where another one was in its way. */
type Transact = <T>(work: (run: Run) => Promise<T>) => Promise<T>

/** Has the stock compared anew with every rule that depends on where locations are, or what they serve. */
export async function markPlaces(run: Run): Promise<void> {
  await run(MARK_PLACES)
}

/**
 * Compares the stock with rules that were made, changed or deleted since. A change of stock that did not see
 * a rule yet holds its levels locked, so that it is waited for; every later one sees it.
 *
 * @param tell - hears what has turned, after each commit
 * @param until - stops then; who calls next begins again
 */
export async function evaluateMarked(
  transact: Transact,
  read: Run,
  tell: (turns: LowStockTurns) => Promise<void>,
  until: number
): Promise<void> {
  const rules = await read<MarkedRule>(MARKED)
  if (!rules.length) {
    return
  }
  const everyItem = rules.some((rule) => rule.inventory_item_id === null)
  const own = rules.flatMap((rule) => rule.inventory_item_id ?? [])
  const windows = everyItem ? allItems(read) : windowsOf([...new Set(own)].sort())
  for await (const itemIds of windows) {
    const turns = await transact((run) => evaluateItems(run, itemIds))
    if (turns) {
      await tell(turns)
    }
    if (Date.now() > until) {
      return
    }
  }
  await read(EVALUATED, [rules.map(({ id }) => id), rules.map((rule) => rule.marked_at)])
  await read(FORGET, [rules.map(({ id }) => id), rules.map((rule) => rule.marked_at)])
}

/** Compares all levels of some items with the rules, in the caller's transaction. */
async function evaluateItems(run: Run, itemIds: string[]): Promise<LowStockTurns | null> {
  const { levels } = await lock(run, [{ levelsOfItems: itemIds }])
  const [{ turns }] = await run<{ turns: LowStockTurns | null }>(EVALUATE, [
    levels.map(({ itemId }) => itemId),
    levels.map(({ locationId }) => locationId),
  ])
  return turns
}

/**
 * Lets stand what calls of Medusa's have caused that it has not taken back.
 *
 * @param which - what movements of one order have caused, or what is older than so many seconds
 */
export async function settleTurns(
  transact: Transact,
  read: Run,
  tell: (turns: LowStockTurns) => Promise<void>,
  which: { orderId: string } | { olderThan: number }
): Promise<void> {
  const found =
    "orderId" in which
      ? await read<Unsettled>(UNSETTLED_OF_ORDER, [which.orderId])
      : await read<Unsettled>(UNSETTLED, [which.olderThan])
  for (let first = 0; first < found.length; first += ITEMS_AT_ONCE) {
    const some = found.slice(first, first + ITEMS_AT_ONCE)
    const turns = await transact(async (run) => {
      const itemIds = [...new Set(some.map((alert) => alert.inventory_item_id))].sort()
      await lock(run, [{ levelsOfItems: itemIds }])
      const [{ turns: settled }] = await run<{ turns: LowStockTurns | null }>(SETTLE, [
        some.map(({ id }) => id),
        some[0].until,
      ])
      return settled
    })
    if (turns) {
      await tell(turns)
    }
  }
}

interface Unsettled {
  id: string
  inventory_item_id: string
  until: string
}

async function* windowsOf(itemIds: string[]): AsyncGenerator<string[]> {
  for (let first = 0; first < itemIds.length; first += ITEMS_AT_ONCE) {
    yield itemIds.slice(first, first + ITEMS_AT_ONCE)
  }
}

async function* allItems(read: Run): AsyncGenerator<string[]> {
  for (let after = ""; ;) {
    const rows = await read<{ id: string }>(NEXT_ITEMS, [after, ITEMS_AT_ONCE])
    if (!rows.length) {
      return
    }
    yield rows.map(({ id }) => id)
    after = rows[rows.length - 1].id
  }
}

const MARK_PLACES = {
  name: "",
  text: `
    update inventory_low_stock_rule set evaluated_at = null, marked_at = clock_timestamp()
    where place <> 'location' and deleted_at is null`,
}

const MARKED = {
  name: "",
  text: `
    select id, inventory_item_id, marked_at::text from inventory_low_stock_rule
    where evaluated_at is null order by id`,
}

/** $1, $2: rules, and since when they had been marked. */
const EVALUATED = {
  name: "",
  text: `
    update inventory_low_stock_rule r set evaluated_at = clock_timestamp()
    from unnest($1::text[], $2::timestamptz[]) as k (id, marked_at)
    where r.id = k.id and r.marked_at = k.marked_at and r.deleted_at is null`,
}

/** $1, $2: as above. */
const FORGET = {
  name: "",
  text: `
    delete from inventory_low_stock_rule r
    using unnest($1::text[], $2::timestamptz[]) as k (id, marked_at)
    where r.id = k.id and r.marked_at = k.marked_at and r.deleted_at is not null`,
}

const EVALUATE = {
  name: "stockroom_evaluate_low_stock",
  text: `
    select inventory_low_stock_evaluate($1::text[], $2::text[], '{}', false) as turns`,
}

const SETTLE = {
  name: "stockroom_settle_low_stock",
  text: "select inventory_low_stock_settle($1::text[], $2::timestamptz) as turns",
}

/** $1: the item to go on after, $2: how many. */
const NEXT_ITEMS = {
  name: "",
  text: `
    select distinct inventory_item_id as id from inventory_level_state
    where inventory_item_id > $1 order by 1 limit $2`,
}

const UNSETTLED_ALERT =
  "a.low_until is null and (a.settled_at is null or a.recovering_at is not null)"

/** $1: seconds. */
const UNSETTLED = {
  name: "",
  text: `
    select a.id, a.inventory_item_id, until.until::text
    from inventory_low_stock_alert a,
      (select clock_timestamp() - make_interval(secs => $1::float) as until) until
    where ${UNSETTLED_ALERT} and coalesce(a.recovering_at, a.opened_at) <= until.until
    order by a.inventory_item_id, a.id`,
}

/** $1: the order that the movement turned out to be of. */
const UNSETTLED_OF_ORDER = {
  name: "stockroom_unsettled_low_stock_of_order",
  text: `
    select a.id, a.inventory_item_id, clock_timestamp()::text as until
    from inventory_low_stock_alert a
    where ${UNSETTLED_ALERT} and exists (
      select 1 from inventory_movement_reference r where r.order_id = $1
        and r.movement_id = case when a.settled_at is null then a.movement_id
          else a.recovery_movement_id end)
    order by a.inventory_item_id, a.id`,
}
