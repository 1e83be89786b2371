import { BERLIN, LYON } from "../../world"
import type { Database } from "../databases"

/** Everything that a step of a transfer may write, as one text. */
export async function everything(database: Database): Promise<string> {
  const tables = [
    "inventory_transfer",
    "inventory_transfer_line",
    "inventory_transfer_receipt",
    "inventory_transfer_receipt_line",
    "inventory_transfer_event",
    "inventory_hold",
    "inventory_level",
    "inventory_level_state",
    "inventory_movement",
    "inventory_transaction",
  ]
  const parts = tables.map(
    (table) => `(select jsonb_agg(t order by t.id) from ${table} t) as ${table}`
  )
  const [row] = await database.sql<{ everything: string }>(
    `select to_jsonb(x)::text as everything from (select ${parts.join(", ")}) x`
  )
  return row.everything
}

/**
 * What a transfer has come to, in lines that say the same for every transfer of the same story: how it
 * stands, its lines, receipts and history, and its ledger rows with the balances around them. Items are
 * called by the middle of their ids.
 */
export async function whatBecameOf(database: Database, id: string): Promise<string[]> {
  const item = "split_part(x.inventory_item_id, '_', 2)"
  const text = (column: string) => `trim_scale(x.${column})::text`
  const sources = [
    `select 1 as part, 0::bigint as nth, x.status as line
      from inventory_transfer x where x.id = $1`,
    `select 2, x.position::bigint, concat_ws(' ', ${item}, ${text("quantity")}, '=',
        ${text("accepted")}, 'accepted', ${text("rejected")}, 'rejected', ${text("ended")}, 'ended')
      from inventory_transfer_line x where x.transfer_id = $1`,
    `select 3, row_number() over (order by r.created_at, x.id), concat_ws(' ', 'receipt', ${item},
        ${text("accepted")}, ${text("rejected")}, x.disposition,
        case when r.taken_back_at is not null then 'taken back' end)
      from inventory_transfer_receipt_line x
      join inventory_transfer_receipt r on r.id = x.receipt_id where r.transfer_id = $1`,
    `select 4, row_number() over (order by x.created_at, x.id), concat_ws(' ', x.event, x.status)
      from inventory_transfer_event x where x.transfer_id = $1`,
    `select 5, row_number() over (order by m.created_at, m.kind desc, ${item} desc, x.location_id,
        x.state, x.sequence), concat_ws(' ', m.kind, ${item},
        case x.location_id when '${BERLIN}' then 'Berlin' when '${LYON}' then 'Lyon' end, x.state,
        ${text("balance_before")}, '→', ${text("balance_after")})
      from inventory_transaction x join inventory_movement m on m.id = x.movement_id
      where m.transfer_id = $1`,
  ]
  const rows = await database.sql<{ line: string }>(
    `select line from (${sources.join(" union all ")}) told order by part, nth`,
    [id]
  )
  return rows.map(({ line }) => line)
}
