import { STOPS_SELLING } from "../low-stock/selling"
import { decimal, OUTSTANDING } from "../transfers"
import { PRODUCT_FIELDS } from "./product-sql"

/** How much of an outstanding line `l` with the hold `h` an order waits for. */
export const KEPT = `least(${OUTSTANDING}, greatest(l.held, coalesce(h.quantity, 0)))`

/** Read from a query, not from the parameter: a plan then costs the same for one item and for a hundred. */
const ITEMS = "(select items from asked)::text[]"
const PRODUCTS = "(select products from asked)::text[]"

/**
 * What is asked for, as `items` and `products`; $2: sales channel, $3: whether to tell what each location has. Only
 * active locations that serve the channel count.
 *
 * What is owed is what levels are below zero, less what is kept for it: by holds, and in transfers that
 * have taken what was held. A rule of the channel decides before one for all locations together, and one
 * of the item before the store's default. What a transfer brings that has not left a location of the channel yet is
 * still sold there, and counts only once.
 *
 * Planning takes longer than the query, so one plan has to do for all. Of most items there is nothing to tell but
 * what there is: each figure comes by itself, for the items that have it.
 */
const factsOf = (name: string, asked: string) => ({
  name,
  prepared: true,
  text: `
    with asked as materialized (${asked}),
    place as materialized (
      select id, priority, latitude, longitude, coalesce(lead_time_days, 0) as lead
      from inventory_location
      where deleted_at is null and active and $2 = any(sales_channel_ids)
    ),
    stocked as (
      select inventory_item_id as item, -sum(available) filter (where available < 0) as short,
        sum(available) filter (where available > 0) as together,
        json_object_agg(location_id, ${decimal("available")}) filter (where $3::boolean) as levels
      from inventory_level_state
      where inventory_item_id = any(${ITEMS}) and level_id is not null
        and location_id = any(array(select id from place))
      group by 1
    ),
    held as (
      select h.inventory_item_id as item, sum(h.quantity) as quantity
      from inventory_hold h
      where h.inventory_item_id = any(${ITEMS}) and h.deleted_at is null
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
      where l.inventory_item_id = any(${ITEMS}) and ${OUTSTANDING} > 0
    ),
    arriving as (
      select item, sum(kept) as kept, json_agg(json_build_object(
          'expected', to_char(expected_at at time zone 'utc', 'YYYY-MM-DD'),
          'lead_time_days', lead, 'quantity', ${decimal("free")}) order by expected_at)
        filter (where expected_at is not null and free > 0 and not still_sold) as arrivals
      from coming group by item
    ),
    owed as (
      select s.item, s.short - coalesce(h.quantity, 0) - coalesce(a.kept, 0) as quantity
      from stocked s left join held h on h.item = s.item left join arriving a on a.item = s.item
      where s.short > 0
    ),
    rule as (
      select distinct on (r.item_key) r.item_key as item,
        case when r.enabled then r.threshold end as threshold
      from inventory_low_stock_rule r
      where r.item_key = any(${ITEMS} || ''::text) and r.deleted_at is null
        and r.place in ('channel', 'together')
        and (r.place = 'together' or r.sales_channel_id = $2)
      order by r.item_key, r.place
    ),
    product as materialized (
      select ${PRODUCT_FIELDS} from inventory_product_availability p
      where p.product_id = any(${PRODUCTS})
    )
    select ${STOPS_SELLING(ITEMS)} as stops,
      (select json_object_agg(item, ${decimal("together")}) from stocked where together > 0)
        as together,
      (select json_object_agg(item, levels) from stocked where levels is not null) as levels,
      (select json_object_agg(item, ${decimal("quantity")}) from owed where quantity > 0) as owed,
      (select json_object_agg(item, arrivals) from arriving where arrivals is not null) as arrivals,
      (select json_object_agg(item, ${decimal("threshold")}) from rule) as thresholds,
      coalesce((select json_agg(json_build_object('id', p.id, 'latitude', p.latitude,
        'longitude', p.longitude) order by p.priority, p.id) from place p), '[]') as places,
      coalesce((select json_object_agg(p.product_id, to_json(p)) from product p), '{}')
        as products,
      coalesce((select json_object_agg(e.id, json_build_object('title', e.title,
          'translations', e.translations, 'lead_time_days', e.lead_time_days))
        from inventory_availability_estimate e
        where e.deleted_at is null
          and (e.is_default or e.id in (select estimate_id from product))), '{}') as estimates,
      (select e.id from inventory_availability_estimate e
        where e.is_default and e.deleted_at is null) as default_estimate_id,
      coalesce((select json_build_object('display', v.display,
          'display_below', ${decimal("v.display_below")}, 'locations', v.locations)
        from inventory_availability_setting v),
        '{"display": null, "display_below": null, "locations": null}') as settings`,
})

/** $1: items, $4: products. */
export const FACTS = factsOf(
  "stockroom_availability",
  "select $1::text[] as items, $4::text[] as products"
)

/** $1: variants, of which Medusa's tables say what they are made of. */
export const FACTS_OF_VARIANTS = factsOf(
  "stockroom_availability_of_variants",
  `select array(select inventory_item_id from product_variant_inventory_item
      where variant_id = any((select $1::text[])::text[]) and deleted_at is null) as items,
    array(select product_id from product_variant
      where id = any((select $1::text[])::text[])) as products`
)
