import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What is watched, what has run low, and what is done about it. */
const TABLES = `
  create table if not exists inventory_low_stock_rule (
    id text not null primary key,
    -- Null: every item that has no rule of its own.
    inventory_item_id text,
    place text not null check (place in ('each_location', 'location', 'channel', 'together')),
    location_id text,
    sales_channel_id text,
    item_key text not null generated always as (coalesce(inventory_item_id, '')) stored,
    place_key text not null generated always as (case place
      when 'location' then 'location:' || location_id
      when 'channel' then 'channel:' || sales_channel_id
      else place end) stored,
    threshold numeric not null check (threshold >= 0),
    actions jsonb not null default '[]' check (jsonb_typeof(actions) = 'array'),
    enabled boolean not null default true,
    muted_until timestamptz,
    lead_time_days integer check (lead_time_days >= 0),
    reorder_to numeric check (reorder_to >= 0),
    note text,
    source text not null default 'stored' check (source in ('options', 'stored')),
    -- Null: the stock has still to be compared with it, as it has been since \`marked_at\`.
    evaluated_at timestamptz,
    marked_at timestamptz not null default clock_timestamp(),
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    -- A rule is gone for good once the stock has been compared with what is left.
    deleted_at timestamptz,
    check ((place = 'location') = (location_id is not null)),
    check ((place = 'channel') = (sales_channel_id is not null))
  );
  create unique index if not exists "IDX_inventory_low_stock_rule_pool"
    on inventory_low_stock_rule (item_key, place_key) where deleted_at is null;
  create index if not exists "IDX_inventory_low_stock_rule_together"
    on inventory_low_stock_rule (item_key)
    where place in ('channel', 'together') and deleted_at is null;
  create index if not exists "IDX_inventory_low_stock_rule_to_evaluate"
    on inventory_low_stock_rule (id) where evaluated_at is null;
  create index if not exists "IDX_inventory_low_stock_rule_location_id"
    on inventory_low_stock_rule (location_id) where location_id is not null;

  create table if not exists inventory_low_stock_alert (
    id text not null primary key,
    inventory_item_id text not null,
    place text not null check (place in ('location', 'channel', 'together')),
    location_id text,
    sales_channel_id text,
    place_key text not null generated always as (case place
      when 'location' then 'location:' || location_id
      when 'channel' then 'channel:' || sales_channel_id
      else place end) stored,
    rule_id text not null,
    threshold numeric not null,
    available numeric not null,
    actions jsonb not null default '[]',
    status text not null default 'open' check (status in ('open', 'acknowledged', 'resolved')),
    -- Null where a rule was changed.
    movement_id text,
    opened_at timestamptz not null,
    -- Null while Medusa may still take back what caused it.
    settled_at timestamptz,
    acknowledged_at timestamptz,
    acknowledged_by text,
    resolved_at timestamptz,
    resolved_by text,
    resolution text check (resolution in ('recovered', 'by_hand', 'rule', 'closed')),
    note text,
    muted_until timestamptz,
    -- Null as long as the stock is low: nothing fires again until then.
    low_until timestamptz,
    recovery_movement_id text,
    recovery_available numeric,
    -- Set while Medusa may still take back what seems to be a recovery.
    recovering_at timestamptz,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    deleted_at timestamptz,
    check ((place = 'location') = (location_id is not null)),
    check ((place = 'channel') = (sales_channel_id is not null)),
    check ((status = 'resolved') = (resolution is not null)),
    check (low_until is null or settled_at is not null)
  );
  create unique index if not exists "IDX_inventory_low_stock_alert_live"
    on inventory_low_stock_alert (inventory_item_id, place_key) where low_until is null;
  create index if not exists "IDX_inventory_low_stock_alert_pool"
    on inventory_low_stock_alert (inventory_item_id, place_key, opened_at);
  create index if not exists "IDX_inventory_low_stock_alert_status"
    on inventory_low_stock_alert (status, opened_at) where settled_at is not null;
  create index if not exists "IDX_inventory_low_stock_alert_opened_at"
    on inventory_low_stock_alert (opened_at) where settled_at is not null;
  create index if not exists "IDX_inventory_low_stock_alert_unsettled"
    on inventory_low_stock_alert (inventory_item_id)
    where low_until is null and (settled_at is null or recovering_at is not null);
  create index if not exists "IDX_inventory_low_stock_alert_rule_id"
    on inventory_low_stock_alert (rule_id);

  create table if not exists inventory_low_stock_run (
    id text not null primary key,
    alert_id text not null references inventory_low_stock_alert (id),
    position integer not null,
    identifier text not null,
    options jsonb not null default '{}',
    phase text not null check (phase in ('execute', 'undo')),
    status text not null default 'pending'
      check (status in ('pending', 'running', 'done', 'failed', 'skipped')),
    attempts integer not null default 0 check (attempts >= 0),
    next_at timestamptz not null,
    -- Whoever runs it at present; a claim ends by itself when its server dies.
    claim text,
    claimed_until timestamptz,
    last_error text,
    result jsonb,
    started_at timestamptz,
    finished_at timestamptz,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    deleted_at timestamptz,
    unique (alert_id, position, phase)
  );
  create index if not exists "IDX_inventory_low_stock_run_due"
    on inventory_low_stock_run (next_at) where status in ('pending', 'running');
  create index if not exists "IDX_inventory_low_stock_run_status"
    on inventory_low_stock_run (status, created_at);
  create index if not exists "IDX_inventory_low_stock_run_created_at"
    on inventory_low_stock_run (created_at);
`

/** $1: alerts that have opened or ended, $2: what their actions have to do about it. */
const ENQUEUE = `
  create or replace function inventory_low_stock_enqueue(p_alerts text[], p_phase text)
  returns void language sql volatile as $$
    insert into inventory_low_stock_run (id, alert_id, position, identifier, options, phase, next_at)
    select 'ilrun_' || upper(replace(gen_random_uuid()::text, '-', '')), a.id, e.position - 1,
      e.action ->> 'identifier', coalesce(nullif(e.action -> 'options', 'null'), '{}'), p_phase,
      case p_phase when 'execute' then greatest(clock_timestamp(), a.muted_until, r.muted_until)
        else clock_timestamp() end
    from unnest(p_alerts) as k (id)
    join inventory_low_stock_alert a on a.id = k.id
    left join inventory_low_stock_rule r on r.id = a.rule_id
    cross join lateral jsonb_array_elements(a.actions) with ordinality as e (action, position)
    on conflict (alert_id, position, phase) do nothing
  $$;
`

/**
 * Compares pools with the rules that watch them, by the rules of src/core/low-stock: opens an alert
 * for each that has become low, ends those of which that is no longer so. Whoever calls has locked
 * the levels, and all of an item's levels where some of them are watched together. The first query
 * is what every change of stock pays; it finds nothing, as a rule.
 *
 * Plans must not depend on what the tables held when a connection first planned them.
 */
const EVALUATE = `
  create or replace function inventory_low_stock_evaluate(
    p_items text[], p_locations text[], p_unsettled text[], p_moved boolean)
  returns jsonb language plpgsql volatile
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
  as $$
  declare
    v_now timestamptz := clock_timestamp();
    v_turned jsonb;
    v_opened text[];
    v_ended text[];
  begin
    if not exists (select 1 from inventory_low_stock_rule)
      and not exists (select 1 from inventory_low_stock_alert where low_until is null) then
      return null;
    end if;

    with touched as materialized (
      select distinct k.item, k.location from unnest(p_items, p_locations) as k (item, location)
    ),
    several as materialized (
      select i.item from (select distinct item from touched) i
      where exists (select 1 from inventory_low_stock_rule r
          where r.item_key in (i.item, '') and r.place in ('channel', 'together')
            and r.deleted_at is null)
        or exists (select 1 from inventory_low_stock_alert a
          where a.inventory_item_id = i.item and a.low_until is null and a.place <> 'location')
    ),
    pools as (
      select t.item, 'location' as place, t.location as location_id, null as sales_channel_id,
        'location:' || t.location as place_key,
        case when s.active and coalesce(o.kind in ('warehouse', 'store'), true)
          then array['location:' || t.location, 'each_location']
          else array['location:' || t.location] end as rule_keys,
        s.available as quantity, s.level_id is not null and s.sequence > 0 as open
      from touched t
      join inventory_level_state s on s.inventory_item_id = t.item and s.location_id = t.location
      left join inventory_location o on o.id = t.location
      union all
      select i.item, w.place, null, w.sales_channel_id, w.place_key, array[w.place_key],
        p.quantity, p.open
      from several i
      cross join lateral (
        select r.place, r.sales_channel_id, r.place_key from inventory_low_stock_rule r
        where r.item_key in (i.item, '') and r.place in ('channel', 'together')
          and r.deleted_at is null
        union
        select a.place, a.sales_channel_id, a.place_key from inventory_low_stock_alert a
        where a.inventory_item_id = i.item and a.low_until is null and a.place <> 'location'
      ) w
      cross join lateral (
        select coalesce(sum(greatest(s.available, 0)), 0) as quantity, count(*) > 0 as open
        from inventory_level_state s
        join inventory_location o on o.id = s.location_id and o.deleted_at is null
        where s.inventory_item_id = i.item and s.level_id is not null and s.sequence > 0 and s.active
          and case w.place when 'channel' then w.sales_channel_id = any(o.sales_channel_ids)
            else cardinality(o.sales_channel_ids) > 0 end
      ) p
    ),
    judged as (
      select p.item, p.place, p.location_id, p.sales_channel_id, p.place_key, p.quantity, p.open,
        r.id as rule_id, r.threshold, r.enabled, a.id as alert_id, a.threshold as alert_threshold,
        a.settled_at is not null as settled, a.recovering_at is not null as recovering,
        coalesce(p.open and r.enabled and p.quantity <= r.threshold, false) as low
      from pools p
      left join lateral (
        select r.id, r.threshold, r.enabled from inventory_low_stock_rule r
        where r.item_key in (p.item, '') and r.place_key = any(p.rule_keys)
          and r.deleted_at is null
        order by r.item_key = '', r.place = 'each_location' limit 1
      ) r on true
      left join inventory_low_stock_alert a
        on a.inventory_item_id = p.item and a.place_key = p.place_key and a.low_until is null
    )
    select jsonb_agg(to_jsonb(j)) into v_turned
    from judged j where j.low <> (j.alert_id is not null) or (j.low and j.recovering);
    if v_turned is null then
      return null;
    end if;

    -- What moved the stock across: of several movements, the last that crossed the threshold.
    select jsonb_agg(to_jsonb(t) || jsonb_build_object('movement_id', m.movement_id,
        'unsettled', coalesce(m.movement_id = any(p_unsettled), false))) into v_turned
    from jsonb_to_recordset(v_turned) as t (item text, place text, location_id text,
      sales_channel_id text, place_key text, quantity numeric, open boolean, rule_id text,
      threshold numeric, enabled boolean, alert_id text, alert_threshold numeric, settled boolean,
      recovering boolean, low boolean)
    left join lateral (
      select x.movement_id from unnest(p_items, p_locations) as k (item, location)
      join inventory_level_state s on s.inventory_item_id = k.item and s.location_id = k.location
      cross join lateral (
        select y.movement_id, y.id, y.balance_before, y.balance_after from inventory_transaction y
        where y.inventory_item_id = k.item and y.location_id = k.location
          and y.sequence > s.sequence - 300 and y.state = 'available'
      ) x
      where k.item = t.item and (t.location_id is null or k.location = t.location_id)
      order by t.location_id is not null and coalesce(case when t.low
          then x.balance_before > t.threshold and x.balance_after <= t.threshold
          else x.balance_before <= t.alert_threshold and x.balance_after > t.alert_threshold
        end, false) desc, x.id desc
      limit 1
    ) m on p_moved;

    with turned as materialized (
      select * from jsonb_to_recordset(v_turned) as t (item text, place text, location_id text,
        sales_channel_id text, place_key text, quantity numeric, open boolean, rule_id text,
        threshold numeric, enabled boolean, alert_id text, alert_threshold numeric,
        settled boolean, recovering boolean, low boolean, movement_id text, unsettled boolean)
    ),
    opened as (
      insert into inventory_low_stock_alert (id, inventory_item_id, place, location_id,
        sales_channel_id, rule_id, threshold, available, actions, movement_id, opened_at,
        settled_at, muted_until)
      select 'ilow_' || upper(replace(gen_random_uuid()::text, '-', '')), t.item, t.place,
        t.location_id, t.sales_channel_id, t.rule_id, t.threshold, t.quantity, r.actions,
        t.movement_id, v_now, case when not t.unsettled then v_now end,
        (select max(a.muted_until) from inventory_low_stock_alert a
          where a.inventory_item_id = t.item and a.place_key = t.place_key
            and a.muted_until > v_now)
      from turned t join inventory_low_stock_rule r on r.id = t.rule_id
      where t.low and t.alert_id is null
      on conflict (inventory_item_id, place_key) where low_until is null do nothing
      returning id, settled_at
    ),
    ended as (
      update inventory_low_stock_alert a set low_until = v_now, updated_at = v_now,
        recovery_movement_id = t.movement_id, recovery_available = t.quantity,
        status = 'resolved', resolved_at = coalesce(a.resolved_at, v_now),
        resolution = coalesce(a.resolution, case
          when not t.open then 'closed'
          when t.rule_id is null or not t.enabled
            or not p_moved and t.threshold <> t.alert_threshold then 'rule'
          else 'recovered' end)
      from turned t
      where a.id = t.alert_id and not t.low and t.settled and not t.unsettled and not t.recovering
      returning a.id
    ),
    forgotten as (
      delete from inventory_low_stock_alert a using turned t
      where a.id = t.alert_id and not t.low and not t.settled
    ),
    recovering as (
      update inventory_low_stock_alert a set recovering_at = v_now, updated_at = v_now,
        recovery_movement_id = t.movement_id, recovery_available = t.quantity
      from turned t
      where a.id = t.alert_id and not t.low and t.settled and t.unsettled and not t.recovering
    ),
    low_again as (
      update inventory_low_stock_alert a set recovering_at = null, updated_at = v_now,
        recovery_movement_id = null, recovery_available = null
      from turned t where a.id = t.alert_id and t.low and t.recovering
    )
    select (select array_agg(o.id) filter (where o.settled_at is not null) from opened o),
      (select array_agg(e.id) from ended e)
    into v_opened, v_ended;
    return inventory_low_stock_tell(v_opened, v_ended);
  end $$;
`

/** Lets the actions of alerts that have opened and ended follow, and gives what is told of them. */
const TELL = `
  create or replace function inventory_low_stock_tell(p_opened text[], p_ended text[])
  returns jsonb language plpgsql volatile as $$
  begin
    if p_opened is null and p_ended is null then
      return null;
    end if;
    perform inventory_low_stock_enqueue(p_opened, 'execute');
    perform inventory_low_stock_enqueue(p_ended, 'undo');
    return jsonb_build_object(
      'opened', (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from (
        select id, inventory_item_id, place, location_id, sales_channel_id, rule_id, movement_id
        from inventory_low_stock_alert where id = any(p_opened) order by id) a),
      'ended', (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from (
        select id, inventory_item_id, place, location_id, sales_channel_id, rule_id,
          recovery_movement_id as movement_id, resolution
        from inventory_low_stock_alert where id = any(p_ended) order by id) a));
  end $$;
`

/**
 * Lets stand what Medusa's calls have caused and not taken back: crossings and recoveries that are no
 * younger than $2. Whoever calls has locked the items' levels.
 */
const SETTLE = `
  create or replace function inventory_low_stock_settle(p_alerts text[], p_until timestamptz)
  returns jsonb language plpgsql volatile as $$
  declare
    v_now timestamptz := clock_timestamp();
    v_opened text[];
    v_ended text[];
  begin
    with opened as (
      update inventory_low_stock_alert set settled_at = v_now, updated_at = v_now
      where id = any(p_alerts) and settled_at is null and opened_at <= p_until
      returning id
    ),
    ended as (
      update inventory_low_stock_alert set low_until = v_now, recovering_at = null,
        updated_at = v_now, status = 'resolved', resolved_at = coalesce(resolved_at, v_now),
        resolution = coalesce(resolution, 'recovered')
      where id = any(p_alerts) and low_until is null and settled_at is not null
        and recovering_at <= p_until
      returning id
    )
    select (select array_agg(id) from opened), (select array_agg(id) from ended)
    into v_opened, v_ended;
    return inventory_low_stock_tell(v_opened, v_ended);
  end $$;
`

/** Low stock: rules, alerts, the runs of their actions, and what compares them with the stock. */
export class Migration20261128160000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(TABLES)
    this.addSql(ENQUEUE)
    this.addSql(TELL)
    this.addSql(EVALUATE)
    this.addSql(SETTLE)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop function if exists inventory_low_stock_settle(text[], timestamptz);
      drop function if exists inventory_low_stock_evaluate(text[], text[], text[], boolean);
      drop function if exists inventory_low_stock_tell(text[], text[]);
      drop function if exists inventory_low_stock_enqueue(text[], text);
      drop table if exists inventory_low_stock_run, inventory_low_stock_alert,
        inventory_low_stock_rule;
    `)
  }
}
