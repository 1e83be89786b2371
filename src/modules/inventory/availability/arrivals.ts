import type { Run } from "../posting/connection"
import { decimal, OUTSTANDING } from "../transfers"
import { KEPT } from "./facts-sql"
import type { PromisedArrival } from "./types"

/**
 * What dated transfers bring of some items to the locations that serve a channel, the earliest first.
 *
 * @returns lead times of the locations alone
 */
export async function readArrivals(
  read: Run,
  itemIds: string[],
  channelId: string
): Promise<PromisedArrival[]> {
  return await read<PromisedArrival>(ARRIVALS, [itemIds, channelId])
}

/** $1: items, $2: sales channel. Counts the arrivals that the facts of availability count. */
const ARRIVALS = {
  name: "",
  text: `
    select t.id as transfer_id, 'T-' || t.number as number, l.inventory_item_id,
      p.id as location_id, to_char(t.expected_at at time zone 'utc', 'YYYY-MM-DD') as expected,
      coalesce(p.lead_time_days, 0) as lead_time_days,
      ${decimal(OUTSTANDING)} as brings, ${decimal(`${OUTSTANDING} - ${KEPT}`)} as free
    from inventory_transfer_line l
    join inventory_transfer t on t.id = l.transfer_id and t.deleted_at is null
      and t.status in ('pending', 'partial') and t.expected_at is not null
    join inventory_location p on p.id = t.destination_id and p.deleted_at is null and p.active
      and $2 = any(p.sales_channel_ids)
    left join inventory_hold h on h.id = l.hold_id and h.deleted_at is null
    where l.inventory_item_id = any($1::text[]) and ${OUTSTANDING} > ${KEPT}
      and not (t.origin_deduction = 'on_receipt' and exists (
        select 1 from inventory_location o
        where o.id = t.origin_id and o.deleted_at is null and o.active
          and $2 = any(o.sales_channel_ids)))
    order by t.expected_at, t.number, l.id`,
}
