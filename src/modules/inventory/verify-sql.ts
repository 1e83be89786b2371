/** So that a store in which everything has drifted still gets an answer of readable size. */
export const MAX_LISTED = 10_000

const MEDUSA_FIGURES = `
  l.id, l.inventory_item_id, l.location_id,
  l.stocked_quantity::text as stocked, l.reserved_quantity::text as reserved,
  l.incoming_quantity::text as incoming,
  l.raw_stocked_quantity ->> 'value' as raw_stocked,
  l.raw_reserved_quantity ->> 'value' as raw_reserved,
  l.raw_incoming_quantity ->> 'value' as raw_incoming`

const RESERVATION_SUMS = `
  left join lateral (
    select coalesce(sum(v.quantity) filter (where v.line_item_id is not null), 0)::text as committed,
      coalesce(sum(v.quantity) filter (where v.line_item_id is null), 0)::text as held
    from reservation_item v
    where v.inventory_item_id = l.inventory_item_id and v.location_id = l.location_id
      and v.deleted_at is null
  ) v on true`

const FULL_EVIDENCE = `
  select ${MEDUSA_FIGURES}, v.committed, v.held, h.holds,
    case when s.id is not null then jsonb_build_object(
      'available', s.available::text, 'committed', s.committed::text,
      'reserved', s.reserved::text, 'damaged', s.damaged::text, 'safety', s.safety::text,
      'quality_control', s.quality_control::text, 'incoming', s.incoming::text,
      'fulfilled', s.fulfilled::text, 'held', s.reserved_by_reservations::text,
      'for_orders', s.held_for_orders::text,
      'sequence', s.sequence::text) end as stored,
    t.sums, coalesce(t.row_count, 0)::text as row_count,
    coalesce(t.last_sequence, 0)::text as last_sequence
  from inventory_level l
  left join inventory_level_state s on s.level_id = l.id
  ${RESERVATION_SUMS}
  left join lateral (
    select coalesce(sum(o.quantity), 0)::text as holds from inventory_hold o
    where o.inventory_item_id = l.inventory_item_id and o.location_id = l.location_id
      and o.deleted_at is null
  ) h on true
  left join lateral (
    select jsonb_object_agg(state, total) as sums, sum(row_count) as row_count,
      max(last_sequence) as last_sequence
    from (
      select state, sum(quantity)::text as total, count(*) as row_count,
        max(sequence) as last_sequence
      from inventory_transaction x
      where x.inventory_item_id = l.inventory_item_id and x.location_id = l.location_id
      group by state
    ) by_state
  ) t on true`

const SCOPE = `($3::text is null or l.inventory_item_id = $3)
  and ($4::text is null or l.location_id = $4)`

/** $1: level id to go on after, $2: how many, $3: only this item, $4: only this location. */
export const EVIDENCE = {
  name: "",
  text: `${FULL_EVIDENCE}
    where l.deleted_at is null and l.id > $1 and ${SCOPE} order by l.id limit $2`,
}

export const CORE_EVIDENCE = {
  name: "",
  text: `
    select ${MEDUSA_FIGURES}, v.committed, v.held, '0' as holds, null as stored, null as sums,
      '0' as row_count, '0' as last_sequence
    from inventory_level l ${RESERVATION_SUMS}
    where l.deleted_at is null and l.id > $1 and ${SCOPE} order by l.id limit $2`,
}

/** $1, $2: items and locations, pairwise. */
export const EVIDENCE_OF = {
  name: "",
  text: `${FULL_EVIDENCE}
    where l.deleted_at is null and (l.inventory_item_id, l.location_id) in
      (select * from unnest($1::text[], $2::text[]))`,
}

/** A reservation of nothing does not keep its level, and lives on without it. */
export const ORPHANS = {
  name: "",
  text: `
    select r.id, r.inventory_item_id, r.location_id, r.quantity::text
    from reservation_item r
    left join inventory_level l on l.inventory_item_id = r.inventory_item_id
      and l.location_id = r.location_id and l.deleted_at is null
    where r.deleted_at is null and l.id is null and r.quantity <> 0
      and ($1::text is null or r.inventory_item_id = $1)
      and ($2::text is null or r.location_id = $2)
    order by r.id limit ${MAX_LISTED}`,
}

/** Levels that are open in the ledger, and gone from Medusa's table. */
export const STRAYS = {
  name: "",
  text: `
    select s.level_id, s.inventory_item_id, s.location_id
    from inventory_level_state s
    left join inventory_level l on l.id = s.level_id and l.deleted_at is null
    where s.level_id is not null and l.id is null
      and ($1::text is null or s.inventory_item_id = $1)
      and ($2::text is null or s.location_id = $2)
    order by s.level_id limit ${MAX_LISTED}`,
}

/** What a level holds of each state, without those that hold nothing. */
const LEFT = `jsonb_strip_nulls(jsonb_build_object(${[
  "available",
  "committed",
  "reserved",
  "damaged",
  "safety",
  "quality_control",
  "incoming",
]
  .map((state) => `'${state}', trim_scale(nullif(s.${state}, 0))::text`)
  .join(", ")}))`

/** Nothing is wrong with these, but somebody should know. */
export const NOTICES = {
  name: "",
  text: `
    select 'below_zero' as notice, inventory_item_id, location_id,
      trim_scale(available)::text as quantity,
      null as movement_id, null::jsonb as left
    from inventory_level_state
    where below_zero and ($1::text is null or inventory_item_id = $1)
      and ($2::text is null or location_id = $2)
    union all
    select distinct m.reason, t.inventory_item_id, t.location_id,
      substring(m.note from '[0-9][0-9.]*'), m.id, null::jsonb
    from inventory_movement m join inventory_transaction t on t.movement_id = m.id
    where m.reason in ('unexplained', 'counter_raised')
      and m.kind in ('opening', 'correction', 'repair')
      and ($1::text is null or t.inventory_item_id = $1)
      and ($2::text is null or t.location_id = $2)
    union all
    select 'deleted_location', s.inventory_item_id, s.location_id,
      trim_scale(s.available + s.committed + s.reserved + s.damaged + s.safety
        + s.quality_control)::text,
      null, ${LEFT}
    from inventory_location o join inventory_level_state s on s.location_id = o.id
    where o.deleted_at is not null and s.level_id is not null and ${LEFT} <> '{}'
      and ($1::text is null or s.inventory_item_id = $1)
      and ($2::text is null or s.location_id = $2)
    limit ${MAX_LISTED}`,
}

export const UNSETTLED = {
  name: "",
  text: `select order_id, attempts, last_error, next_attempt_at from inventory_settlement
    order by order_id limit ${MAX_LISTED}`,
}

/**
 * Levels whose ledger expects of transfers something else than is outstanding of those on their way. What
 * Medusa's API has corrected of `incoming` is of no transfer, so it does not count.
 */
export const TRANSFERS = {
  name: "",
  text: `
    with underway as (
      select l.inventory_item_id, e.location_id, sum(e.quantity) as quantity
      from inventory_transfer t
      join inventory_transfer_line l on l.transfer_id = t.id
      cross join lateral (
        select greatest(l.quantity - l.accepted - l.rejected - l.ended, 0) as outstanding
      ) o
      cross join lateral (values (t.destination_id, o.outstanding),
        (t.origin_id, case when t.origin_deduction = 'on_receipt' then -o.outstanding else 0 end)
      ) e (location_id, quantity)
      where t.status in ('pending', 'partial')
        and ($1::text is null or l.inventory_item_id = $1)
      group by 1, 2
    ),
    posted as (
      select x.inventory_item_id, x.location_id, sum(x.quantity) as quantity
      from inventory_transaction x join inventory_movement m on m.id = x.movement_id
      where x.state = 'incoming' and m.transfer_id is not null
        and ($1::text is null or x.inventory_item_id = $1)
      group by 1, 2
    )
    select s.inventory_item_id, s.location_id,
      trim_scale(coalesce(u.quantity, 0))::text as expected,
      trim_scale(coalesce(p.quantity, 0))::text as actual
    from underway u
    full join posted p using (inventory_item_id, location_id)
    join inventory_level_state s using (inventory_item_id, location_id)
    where s.level_id is not null and coalesce(u.quantity, 0) <> coalesce(p.quantity, 0)
      and ($2::text is null or s.location_id = $2)
    order by s.inventory_item_id, s.location_id limit ${MAX_LISTED}`,
}
