import { RULE_FIELDS } from "./read-rules"

/** The statements that write rules. Many at once go in the order of what they watch. */
const COLUMNS = `id text, inventory_item_id text, place text, location_id text, sales_channel_id text,
  threshold numeric, actions jsonb, enabled boolean, muted_until timestamptz, lead_time_days integer,
  reorder_to numeric, stop_selling boolean, note text`
const NAMES = `id, inventory_item_id, place, location_id, sales_channel_id, threshold, actions, enabled,
  muted_until, lead_time_days, reorder_to, stop_selling, note`
const SETTINGS = [
  "threshold",
  "actions",
  "enabled",
  "muted_until",
  "lead_time_days",
  "reorder_to",
  "stop_selling",
  "note",
]
const set = (from: string) => SETTINGS.map((name) => `${name} = ${from}.${name}`).join(", ")
const MARK = "evaluated_at = null, marked_at = clock_timestamp(), updated_at = clock_timestamp()"

/** $1: rules as JSON, as in all that follows. In the order of their pools, so that two never wait for each other. */
export const INSERT = {
  name: "",
  text: `
    insert into inventory_low_stock_rule as r (${NAMES})
    select ${NAMES} from jsonb_to_recordset($1::jsonb) as x (${COLUMNS})
    order by inventory_item_id, place, location_id, sales_channel_id
    on conflict (item_key, place_key) where deleted_at is null do nothing
    returning ${RULE_FIELDS}`,
}

export const UPSERT = {
  name: "",
  text: `
    insert into inventory_low_stock_rule as r (${NAMES})
    select ${NAMES} from jsonb_to_recordset($1::jsonb) as x (${COLUMNS})
    order by inventory_item_id, place, location_id, sales_channel_id
    on conflict (item_key, place_key) where deleted_at is null
      do update set ${set("excluded")}, source = 'stored', ${MARK}
    returning ${RULE_FIELDS}`,
}

export const UPDATE = {
  name: "",
  text: `
    update inventory_low_stock_rule r set ${set("x")}, source = 'stored', ${MARK}
    from jsonb_to_recordset($1::jsonb) as x (${COLUMNS}) where r.id = x.id`,
}

/** A rule that was deleted may be gone altogether by now. */
export const REVIVE = {
  name: "",
  text: `
    insert into inventory_low_stock_rule as r (${NAMES}, source, created_at)
    select ${NAMES}, source, created_at
    from jsonb_to_recordset($1::jsonb) as x (${COLUMNS}, source text, created_at timestamptz)
    on conflict (id) do update set ${set("excluded")}, source = excluded.source, deleted_at = null,
      ${MARK}`,
}

/** $1: ids. */
export const DELETE = {
  name: "",
  text: `
    update inventory_low_stock_rule set deleted_at = clock_timestamp(), ${MARK}
    where id = any($1::text[])`,
}

/** $1: ids. What waits, because a rule or its alert is muted, waits as long as they are now. */
export const REMUTE = {
  name: "",
  text: `
    update inventory_low_stock_run r
    set next_at = greatest(clock_timestamp(), a.muted_until, u.muted_until),
      updated_at = clock_timestamp()
    from inventory_low_stock_alert a join inventory_low_stock_rule u on u.id = a.rule_id
    where u.id = any($1::text[]) and r.alert_id = a.id and r.phase = 'execute'
      and r.status = 'pending' and r.attempts = 0`,
}

/** $1: ids. */
export const LOCK = {
  name: "",
  text: `
    select ${RULE_FIELDS} from inventory_low_stock_rule r
    where r.id = any($1::text[]) and r.deleted_at is null order by r.id for update`,
}

/** $1: ids. */
export const BY_IDS = {
  name: "",
  text: `select ${RULE_FIELDS} from inventory_low_stock_rule r where r.id = any($1::text[])
    order by array_position($1::text[], r.id)`,
}

export const FIND_PLACED = {
  name: "",
  text: `
    select ${RULE_FIELDS} from jsonb_to_recordset($1::jsonb) as x (${COLUMNS})
    join inventory_low_stock_rule r on r.item_key = coalesce(x.inventory_item_id, '')
      and r.deleted_at is null and r.place = x.place
      and r.location_id is not distinct from x.location_id
      and r.sales_channel_id is not distinct from x.sales_channel_id
    order by r.item_key, r.place_key for update of r`,
}

/** $1: items, $2: locations. */
export const UNKNOWN = {
  name: "",
  text: `
    select 'item' as what, k.id from unnest($1::text[]) as k (id) where not exists (
      select 1 from inventory_item i where i.id = k.id and i.deleted_at is null)
    union all
    select 'location', k.id from unnest($2::text[]) as k (id) where not exists (
      select 1 from inventory_location o where o.id = k.id and o.deleted_at is null)
    limit 1`,
}

/** $1: the place that the options' default watches; null when they name none. */
export const DROP_OPTIONS = {
  name: "",
  text: `
    update inventory_low_stock_rule set deleted_at = clock_timestamp(), ${MARK}
    where source = 'options' and deleted_at is null and place is distinct from $1`,
}

export const SET_OPTIONS = {
  name: "",
  text: `
    insert into inventory_low_stock_rule as r (${NAMES}, source)
    select ${NAMES}, 'options' from jsonb_to_recordset($1::jsonb) as x (${COLUMNS})
    on conflict (item_key, place_key) where deleted_at is null
      do update set ${set("excluded")}, ${MARK}
      where r.source = 'options' and (${SETTINGS.map((name) => `r.${name}`).join(", ")})
        is distinct from (${SETTINGS.map((name) => `excluded.${name}`).join(", ")})`,
}
