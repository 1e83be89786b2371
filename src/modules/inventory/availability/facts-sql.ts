import { STOPS_SELLING } from "../low-stock/selling"
import { decimal, OUTSTANDING } from "../transfers"
import { PRODUCT_FIELDS } from "./product-sql"

/** How much of an outstanding line `l` with the hold `h` an order waits for. */
const KEPT = `least(${OUTSTANDING}, greatest(l.held, coalesce(h.quantity, 0)))`

/**
 * $1: items, $2: sales channel, $3: products, $4: whether to tell what each location has. Only active locations that serve the channel count.
 *
 * What is owed is what levels are below zero, less what is kept for it: by holds, and in transfers that
 * have taken what was held. A rule of the channel decides before one for all locations together, and one
 * of the item before the store's default. Levels are found by their item before anybody asks where they are: one plan
 * is good for all stores. Planning takes longer than the query, and is done once. What a transfer brings that has not left a location of the
 * channel yet is still sold there, and counts only once.
 */
export const FACTS = {
  name: "stockroom_availability",
  prepared: true,
  text: `
    with place as materialized (
      select id, latitude, longitude, coalesce(lead_time_days, 0) as lead,
        row_number() over (order by priority, id) - 1 as n
      from inventory_location
      where deleted_at is null and active and $2 = any(sales_channel_ids)
    ),
    everywhere as materialized (
      select inventory_item_id as item, location_id, available
      from inventory_level_state
      where inventory_item_id = any($1::text[]) and level_id is not null
    ),
    stocked as (
      select item, sum(greatest(-available, 0)) as short, sum(greatest(available, 0)) as together,
        case when $4::boolean then string_agg(n || ' ' || ${decimal("available")}, ',') end as levels
      from everywhere join place on place.id = location_id group by item
    ),
    held as (
      select h.inventory_item_id as item, sum(h.quantity) as quantity
      from inventory_hold h
      where h.inventory_item_id = any($1::text[]) and h.deleted_at is null
        and h.committed_location_id in (select id from place)
      group by 1
    ),
    coming as materialized (
      select l.inventory_item_id as item, t.expected_at, p.lead, ${OUTSTANDING} - ${KEPT} as free,
        case when t.origin_deduction = 'on_pending' then least(l.held, ${OUTSTANDING}) else 0 end
          as kept,
        t.origin_deduction = 'on_receipt' and t.origin_id in (select id from place) as still_sold
      from inventory_transfer_line l
      join inventory_transfer t on t.id = l.transfer_id and t.deleted_at is null
        and t.status in ('pending', 'partial')
      join place p on p.id = t.destination_id
      left join inventory_hold h on h.id = l.hold_id and h.deleted_at is null
      where l.inventory_item_id = any($1::text[]) and ${OUTSTANDING} > 0
    ),
    arriving as (
      select item, sum(kept) as kept, jsonb_agg(jsonb_build_object(
          'expected', to_char(expected_at at time zone 'utc', 'YYYY-MM-DD'),
          'lead_time_days', lead, 'quantity', ${decimal("free")}) order by expected_at)
        filter (where expected_at is not null and free > 0 and not still_sold) as arrivals
      from coming group by item
    ),
    rule as materialized (
      select distinct on (r.item_key) r.item_key as item,
        case when r.enabled then r.threshold end as threshold
      from inventory_low_stock_rule r
      where r.item_key = any($1::text[] || ''::text) and r.deleted_at is null
        and r.place in ('channel', 'together')
        and (r.place = 'together' or r.sales_channel_id = $2)
      order by r.item_key, r.place
    ),
    product as materialized (
      select ${PRODUCT_FIELDS} from inventory_product_availability p
      where p.product_id = any($3::text[])
    )
    select ${STOPS_SELLING("$1::text[]")} as stops,
      coalesce((select jsonb_object_agg(k.item, jsonb_build_object(
          'together', ${decimal("coalesce(s.together, 0)")}, 'levels', s.levels,
          'threshold', (select ${decimal("r.threshold")} from rule r
            where r.item in (k.item, '') order by r.item desc limit 1),
          'owed', ${decimal("greatest(coalesce(s.short, 0) - coalesce(h.quantity, 0) - coalesce(a.kept, 0), 0)")},
          'arrivals', coalesce(a.arrivals, '[]')))
        from unnest($1::text[]) as k (item)
        left join stocked s on s.item = k.item
        left join held h on h.item = k.item
        left join arriving a on a.item = k.item), '{}') as items,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'latitude', p.latitude,
        'longitude', p.longitude) order by p.n) from place p), '[]') as places,
      coalesce((select jsonb_object_agg(p.product_id, to_jsonb(p)) from product p), '{}')
        as products,
      coalesce((select jsonb_object_agg(e.id, jsonb_build_object('title', e.title,
          'translations', e.translations, 'lead_time_days', e.lead_time_days))
        from inventory_availability_estimate e
        where e.deleted_at is null
          and (e.is_default or e.id in (select estimate_id from product))), '{}') as estimates,
      (select e.id from inventory_availability_estimate e
        where e.is_default and e.deleted_at is null) as default_estimate_id,
      coalesce((select jsonb_build_object('display', v.display,
          'display_below', ${decimal("v.display_below")}, 'locations', v.locations)
        from inventory_availability_setting v),
        '{"display": null, "display_below": null, "locations": null}') as settings`,
}
