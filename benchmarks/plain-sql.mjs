/**
 * The floor: what Stockroom writes for reservations, as one statement that Postgres plans once for
 * each connection, without a line of code around it.
 */

/** $1 item, $2 location, $3 quantity, $4 reservation, $5 line item, $6 movement. */
export const RESERVE = {
  name: "plain_reserve",
  text: `
    with state as (
      update inventory_level_state set
        available = available - $3::numeric, committed = committed + $3::numeric,
        sequence = sequence + 2, updated_at = clock_timestamp()
      where inventory_item_id = $1::text and location_id = $2::text
        and level_id is not null and active and available >= $3::numeric
      returning level_id, available, committed, sequence
    ), level as (
      update inventory_level l set
        reserved_quantity = l.reserved_quantity + $3::numeric,
        raw_reserved_quantity = jsonb_build_object('value',
          (l.reserved_quantity + $3::numeric)::text, 'precision', 20),
        updated_at = clock_timestamp()
      from state where l.id = state.level_id
      returning 1
    ), reservation as (
      insert into reservation_item (id, inventory_item_id, location_id, line_item_id, quantity,
        raw_quantity)
      select $4::text, $1, $2, $5::text, $3::numeric,
        jsonb_build_object('value', $3::numeric::text, 'precision', 20)
      from state
      returning 1
    ), movement as (
      insert into inventory_movement (id, kind, actor_type, line_item_id, reservation_id)
      select $6::text, 'commit', 'system', $5, $4 from state
      returning 1
    ), rows as (
      insert into inventory_transaction (movement_id, inventory_item_id, location_id, state,
        quantity, balance_before, balance_after, sequence)
      select $6, $1, $2, 'available', -$3::numeric, available + $3::numeric, available,
        sequence - 1 from state
      union all
      select $6, $1, $2, 'committed', $3::numeric, committed - $3::numeric, committed, sequence
        from state
      returning 1
    )
    select available::text, committed::text from state`,
}

/** The same for many: $1 items, $2 location, $3 quantity of each, $4 reservations, $5 lines, $6 movements. */
export const RESERVE_MANY = {
  name: "plain_reserve_many",
  text: `
    with asked as materialized (
      select item, reservation, line, movement,
        row_number() over (partition by item order by movement) as nth
      from unnest($1::text[], $4::text[], $5::text[], $6::text[])
        as a (item, reservation, line, movement)
    ), locked as materialized (
      select s.id, wanted.count
      from (select item, count(*) as count from asked group by item) wanted
      join inventory_level_state s on s.inventory_item_id = wanted.item and s.location_id = $2::text
        and s.level_id is not null and s.active
      order by wanted.item collate "C"
      for update of s
    ), state as (
      update inventory_level_state s set
        available = s.available - locked.count * $3::numeric,
        committed = s.committed + locked.count * $3::numeric,
        sequence = s.sequence + 2 * locked.count, updated_at = clock_timestamp()
      from locked where s.id = locked.id and s.available >= locked.count * $3::numeric
      returning s.inventory_item_id as item, s.level_id, locked.count,
        s.available + locked.count * $3::numeric as available,
        s.committed - locked.count * $3::numeric as committed,
        s.sequence - 2 * locked.count as sequence
    ), level as (
      update inventory_level l set
        reserved_quantity = l.reserved_quantity + state.count * $3::numeric,
        raw_reserved_quantity = jsonb_build_object('value',
          (l.reserved_quantity + state.count * $3::numeric)::text, 'precision', 20),
        updated_at = clock_timestamp()
      from state where l.id = state.level_id
      returning 1
    ), taken as materialized (
      select asked.*, state.available - (nth - 1) * $3::numeric as available,
        state.committed + (nth - 1) * $3::numeric as committed,
        state.sequence + 2 * (nth - 1) as sequence
      from asked join state using (item)
    ), reservation as (
      insert into reservation_item (id, inventory_item_id, location_id, line_item_id, quantity,
        raw_quantity)
      select reservation, item, $2, line, $3::numeric,
        jsonb_build_object('value', $3::numeric::text, 'precision', 20)
      from taken
      returning 1
    ), movement as (
      insert into inventory_movement (id, kind, actor_type, line_item_id, reservation_id)
      select movement, 'commit', 'system', line, reservation from taken
      returning 1
    ), rows as (
      insert into inventory_transaction (movement_id, inventory_item_id, location_id, state,
        quantity, balance_before, balance_after, sequence)
      select movement, item, $2, 'available', -$3::numeric, available, available - $3::numeric,
        sequence + 1 from taken
      union all
      select movement, item, $2, 'committed', $3::numeric, committed, committed + $3::numeric,
        sequence + 2 from taken
      returning 1
    )
    select count(*)::int as count from taken`,
}
