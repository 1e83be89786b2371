/** Fills the ledger with SQL, as years of sales would have: for reading only. */

export const ITEMS = 10_000
export const LOCATIONS = 2
export const USERS = 50
export const DAYS = 365
export const KINDS = { frequent: "commit", rare: "count" }
export const REASONS = { frequent: "delivery", rare: "stocktake" }

const OPENED = 1_000_000
const CHUNK = 500_000
const PAD = "lpad($n::text, 24, '0')"
const padded = (expression) => PAD.replace("$n", `(${expression})`)

/** What happens to a level again and again: what is sold, given back, and brought in. */
const CYCLE = [
  ["commit", -1, 1],
  ["commit", -1, 1],
  ["commit", -1, 1],
  ["commit", -1, 1],
  ["release", 1, -1],
  ["commit", -1, 1],
  ["commit", -1, 1],
  ["adjust", 5, 0],
  ["commit", -1, 1],
  ["release", 1, -1],
]

/** Each step with what the level has before it, so that balances need no running sums. */
const STEPS = CYCLE.map(([kind, available, committed], step) => {
  const sum = (column) => CYCLE.slice(0, step).reduce((total, row) => total + row[column], 0)
  return {
    step,
    kind,
    available,
    committed,
    a: sum(1),
    c: sum(2),
    rows: rowsOf(CYCLE.slice(0, step)),
  }
})
const NET = [1, 2].map((column) => CYCLE.reduce((total, row) => total + row[column], 0))

function rowsOf(steps) {
  return steps.reduce((total, [, ...changes]) => total + changes.filter(Boolean).length, 0)
}

/**
 * Movements in the order of time, after an opening for each level. Every tenth movement is of the first
 * item, the others go round; the items' two locations take turns. The levels end as their rows say.
 *
 * @returns {Promise<number>} how many ledger rows there are: about as many as asked for
 */
export async function fillLedger(client, rows) {
  const movements = Math.ceil(((rows - ITEMS * LOCATIONS) * CYCLE.length) / rowsOf(CYCLE))
  const rebuild = await dropIndexes(client)
  await client.query("set work_mem = '256MB'; set maintenance_work_mem = '1GB'")
  await client.query("create temp table begun as select now() - interval '1 second' as at")
  await client.query(openingSql())
  for (let first = 1; first <= movements; first += CHUNK) {
    const last = Math.min(first + CHUNK - 1, movements)
    await client.query(chunkSql(first, last, movements))
  }
  await client.query(rebuild)
  await client.query(levelsSql())
  for (const table of ["movement", "transaction", "level", "level_state"]) {
    await client.query(`vacuum analyze inventory_${table}`)
  }
  return Number((await client.query("select count(*) from inventory_transaction")).rows[0].count)
}

function openingSql() {
  return `
    create temp table stocked as
    select row_number() over () as n, 'iitem_01' || ${padded("i")} as item,
      'sloc_01' || ${padded("l")} as location,
      (select at from begun) - interval '${DAYS} days 1 minute' as at
    from generate_series(1, ${ITEMS}) i, generate_series(1, ${LOCATIONS}) l;

    insert into inventory_item (id, sku) select distinct item, item from stocked;

    insert into inventory_movement (id, kind, actor_type, source, created_at)
    select 'imov_00' || ${padded("n")}, 'opening', 'system', 'installation', at from stocked order by n;

    insert into inventory_transaction (movement_id, inventory_item_id, location_id, state,
      quantity, balance_before, balance_after, sequence, created_at)
    select 'imov_00' || ${padded("n")}, item, location, 'available', ${OPENED}, 0, ${OPENED}, 1, at
    from stocked order by n;`
}

function chunkSql(first, last, movements) {
  const steps = STEPS.map((one) => `(${Object.values({ ...one, kind: `'${one.kind}'` })})`)
  return `
    create temp table chunk as
    select k, 'imov_01' || ${padded("k")} as movement_id,
      'iitem_01' || ${padded("item")} as item, 'sloc_01' || ${padded("1 + visit % 2")} as location,
      (select at from begun) - interval '${DAYS} days' * ((${movements} - k) / ${movements}.0) as at,
      case when kind = 'adjust' and (cycle + item) % 100 = 3 then '${KINDS.rare}' else kind end as kind,
      available, committed, ${OPENED} + cycle * ${NET[0]} + a as a, cycle * ${NET[1]} + c as c,
      1 + cycle * ${rowsOf(CYCLE)} + rows as rows
    from (
      select k,
        case when k % 10 = 0 then 1 else 2 + (k - k / 10 - 1) % ${ITEMS - 1} end as item,
        case when k % 10 = 0 then k / 10 - 1 else (k - k / 10 - 1) / ${ITEMS - 1} end as visit
      from generate_series(${first}::bigint, ${last}) k
    ) numbered
    cross join lateral (select visit / 2 / ${CYCLE.length} as cycle) cycles
    join (values ${steps}) as steps (step, kind, available, committed, a, c, rows)
      on step = visit / 2 % ${CYCLE.length};

    insert into inventory_movement (id, kind, reason, actor_type, actor_id, source, correlation_id,
      order_id, line_item_id, reservation_id, created_at)
    select movement_id, kind,
      case kind when 'adjust' then '${REASONS.frequent}' when '${KINDS.rare}' then '${REASONS.rare}' end,
      case when by_hand then 'user' else 'customer' end,
      case when by_hand then 'user_' || 1 + k * 48271 % 2147483647 % ${USERS} else 'cus_01' || ${padded("k % 90001")} end,
      case when by_hand then 'POST /admin/stockroom/changes' else 'POST /store/carts' end,
      'corr_01' || ${padded("k / 2")},
      case when not by_hand then 'order_' || 1 + k / 4 end,
      case when not by_hand then 'ordli_01' || ${padded("k")} end,
      case when not by_hand then 'resitem_01' || ${padded("k")} end,
      at
    from (select *, kind in ('adjust', '${KINDS.rare}') as by_hand from chunk) c order by k;

    insert into inventory_transaction (movement_id, inventory_item_id, location_id, state,
      quantity, balance_before, balance_after, sequence, created_at)
    select movement_id, item, location, state, quantity, before, before + quantity, rows + part, at
    from chunk, lateral (values (1, 'available', available, a), (2, 'committed', committed, c))
      as parts (part, state, quantity, before)
    where quantity <> 0
    order by k, part;
    drop table chunk;`
}

/** The levels as the last of their rows leave them, in Stockroom's table and in Medusa's. */
function levelsSql() {
  const last = (what, state) => `(
    select ${what} from inventory_transaction t
    where t.inventory_item_id = item and t.location_id = location ${state ? `and state = '${state}'` : ""}
    order by t.sequence desc limit 1)`
  return `
    create temp table ended as
    select n, item, location, at, ${last("sequence")} as sequence,
      ${last("balance_after", "available")} as available,
      coalesce(${last("balance_after", "committed")}, 0) as committed
    from stocked;

    insert into inventory_level (id, inventory_item_id, location_id,
      stocked_quantity, raw_stocked_quantity, reserved_quantity, raw_reserved_quantity,
      incoming_quantity, raw_incoming_quantity)
    select 'ilev_01' || ${padded("n")}, item, location,
      available + committed, jsonb_build_object('value', (available + committed)::text, 'precision', 20),
      committed, jsonb_build_object('value', committed::text, 'precision', 20),
      0, '{"value": "0", "precision": 20}'
    from ended;

    insert into inventory_level_state (id, inventory_item_id, location_id, level_id, sequence,
      available, committed, created_at)
    select 'istate_ilev_01' || ${padded("n")}, item, location, 'ilev_01' || ${padded("n")}, sequence,
      available, committed, at
    from ended;`
}

/** Building the indexes afterwards takes a fraction of the time. Gives the SQL that does so. */
async function dropIndexes(client) {
  const { rows } = await client.query(`
    select indexname, indexdef from pg_indexes
    where tablename in ('inventory_movement', 'inventory_transaction')
      and indexname not like '%_pkey'`)
  for (const { indexname } of rows) await client.query(`drop index "${indexname}"`)
  return rows.map(({ indexdef }) => indexdef).join(";\n")
}
