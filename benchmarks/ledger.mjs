/** Fills the ledger with SQL, as years of sales would have: for reading only. */

export const ITEMS = 10_000
export const USERS = 50
export const DAYS = 365
export const KINDS = { frequent: "commit", rare: "count" }

const OPENED = 10_000_000
const CHUNK = 500_000
const PAD = "lpad($n::text, 24, '0')"
const padded = (expression) => PAD.replace("$n", `(${expression})`)

/**
 * Two rows for each movement, in the order of time. Every tenth movement is of the first item, the
 * others go round; the items' two locations take turns.
 */
export async function fillLedger(client, rows) {
  const movements = rows / 2
  const rebuild = await dropIndexes(client)
  await client.query("set work_mem = '256MB'; set maintenance_work_mem = '1GB'")
  await client.query("create temp table begun as select now() - interval '1 second' as at")
  for (let first = 1; first <= movements; first += CHUNK) {
    const last = Math.min(first + CHUNK - 1, movements)
    await client.query(chunkSql(first, last, movements))
  }
  await client.query(rebuild)
  await client.query("vacuum analyze inventory_movement")
  await client.query("vacuum analyze inventory_transaction")
}

function chunkSql(first, last, movements) {
  return `
    create temp table chunk as
    select k, 'imov_01' || ${padded("k")} as movement_id,
      'iitem_01' || ${padded("item")} as item, 'sloc_01' || ${padded("1 + visit % 2")} as location,
      visit / 2 as turn,
      (select at from begun) - interval '${DAYS} days' * ((${movements} - k) / ${movements}.0) as at,
      case when k % 1000 = 3 then '${KINDS.rare}' when k % 10 = 7 then 'adjust'
        when k % 5 = 4 then 'release' else '${KINDS.frequent}' end as kind
    from (
      select k,
        case when k % 10 = 0 then 1 else 2 + (k - k / 10) % ${ITEMS - 1} end as item,
        case when k % 10 = 0 then k / 10 else (k - k / 10) / ${ITEMS - 1} end as visit
      from generate_series(${first}::bigint, ${last}) k
    ) numbered;

    insert into inventory_movement (id, kind, actor_type, actor_id, source, correlation_id,
      order_id, line_item_id, reservation_id, created_at)
    select movement_id, kind,
      case when by_hand then 'user' else 'customer' end,
      case when by_hand then 'user_' || 1 + k % ${USERS} else 'cus_01' || ${padded("k % 90001")} end,
      case when by_hand then 'POST /admin/stockroom/changes' else 'POST /store/carts' end,
      'corr_01' || ${padded("k / 2")},
      case when not by_hand then 'order_' || 1 + k / 4 end,
      case when not by_hand then 'ordli_01' || ${padded("k")} end,
      case when not by_hand then 'resitem_01' || ${padded("k")} end,
      at
    from (select *, kind in ('adjust', '${KINDS.rare}') as by_hand from chunk) c order by k;

    insert into inventory_transaction (movement_id, inventory_item_id, location_id, state,
      quantity, balance_before, balance_after, sequence, created_at)
    select movement_id, item, location, state, quantity,
      case state when 'available' then ${OPENED} - turn else turn end,
      case state when 'available' then ${OPENED} - turn - 1 else turn + 1 end,
      turn * 2 + part, at
    from chunk, (values (1, 'available', -1), (2, 'committed', 1)) as parts (part, state, quantity)
    order by k, part;
    drop table chunk;`
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
