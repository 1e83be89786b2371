import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The migrations of Medusa's own Inventory Module that lead to the tables below. They are marked as
 * run, so that a store which began on Stockroom can go back to Medusa's module: its migrations are
 * not all safe to run over existing tables.
 */
const CORE_MIGRATIONS = [
  "Migration20240307132720",
  "Migration20240719123015",
  "Migration20241213063611",
  "Migration20251010131115",
  "Migration20260815185216",
]

const CORE_TABLES = `
  create table if not exists inventory_item (
    id text not null primary key,
    sku text, origin_country text, hs_code text, mid_code text, material text,
    unit_of_measure text,
    weight int, length int, height int, width int,
    requires_shipping boolean not null default true,
    description text, title text, thumbnail text, metadata jsonb,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz
  );
  alter table inventory_item add column if not exists unit_of_measure text;
  create table if not exists inventory_level (
    id text not null primary key,
    inventory_item_id text not null,
    location_id text not null,
    stocked_quantity numeric not null default 0,
    reserved_quantity numeric not null default 0,
    incoming_quantity numeric not null default 0,
    raw_stocked_quantity jsonb,
    raw_reserved_quantity jsonb,
    raw_incoming_quantity jsonb,
    metadata jsonb,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint inventory_level_inventory_item_id_foreign foreign key (inventory_item_id)
      references inventory_item (id) on update cascade on delete cascade
  );
  create table if not exists reservation_item (
    id text not null primary key,
    inventory_item_id text not null,
    location_id text not null,
    line_item_id text,
    quantity numeric not null,
    raw_quantity jsonb,
    allow_backorder boolean default false,
    external_id text, description text, created_by text, metadata jsonb,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint reservation_item_inventory_item_id_foreign foreign key (inventory_item_id)
      references inventory_item (id) on update cascade on delete cascade
  );
  create index if not exists "IDX_inventory_item_deleted_at"
    on inventory_item (deleted_at) where deleted_at is not null;
  create unique index if not exists "IDX_inventory_item_sku"
    on inventory_item (sku) where deleted_at is null;
  create index if not exists "IDX_inventory_level_deleted_at"
    on inventory_level (deleted_at) where deleted_at is not null;
  create index if not exists "IDX_inventory_level_inventory_item_id"
    on inventory_level (inventory_item_id) where deleted_at is null;
  create index if not exists "IDX_inventory_level_location_id"
    on inventory_level (location_id) where deleted_at is null;
  create unique index if not exists "IDX_inventory_level_location_id_inventory_item_id"
    on inventory_level (inventory_item_id, location_id) where deleted_at is null;
  create index if not exists "IDX_reservation_item_deleted_at"
    on reservation_item (deleted_at) where deleted_at is not null;
  create index if not exists "IDX_reservation_item_line_item_id"
    on reservation_item (line_item_id) where deleted_at is null;
  create index if not exists "IDX_reservation_item_location_id"
    on reservation_item (location_id) where deleted_at is null;
  create index if not exists "IDX_reservation_item_inventory_item_id"
    on reservation_item (inventory_item_id) where deleted_at is null;
`

const STATE_NAMES = `'available', 'committed', 'reserved', 'damaged', 'safety',
  'quality_control', 'incoming', 'fulfilled'`

const OWN_TABLES = `
  create table if not exists inventory_level_state (
    id text not null primary key,
    inventory_item_id text not null,
    location_id text not null,
    level_id text,
    sequence bigint not null default 0 check (sequence >= 0),
    available numeric not null default 0,
    committed numeric not null default 0 check (committed >= 0),
    reserved numeric not null default 0 check (reserved >= 0),
    damaged numeric not null default 0 check (damaged >= 0),
    safety numeric not null default 0 check (safety >= 0),
    quality_control numeric not null default 0 check (quality_control >= 0),
    incoming numeric not null default 0,
    fulfilled numeric not null default 0 check (fulfilled >= 0),
    reserved_by_reservations numeric not null default 0 check (reserved_by_reservations >= 0),
    active boolean not null default true,
    -- An index on \`available < 0\` itself would have every change of stock rewrite all indexes.
    below_zero boolean generated always as (available < 0) stored,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint inventory_level_state_reserved check (reserved >= reserved_by_reservations),
    constraint inventory_level_state_closed check (level_id is not null or (
      available = 0 and committed = 0 and reserved = 0 and damaged = 0 and safety = 0
      and quality_control = 0 and incoming = 0 and fulfilled = 0))
  ) with (fillfactor = 80);
  create unique index if not exists "IDX_inventory_level_state_level"
    on inventory_level_state (inventory_item_id, location_id);
  create unique index if not exists "IDX_inventory_level_state_level_id"
    on inventory_level_state (level_id) where level_id is not null;
  create index if not exists "IDX_inventory_level_state_location_id"
    on inventory_level_state (location_id);
  create index if not exists "IDX_inventory_level_state_below_zero"
    on inventory_level_state (location_id) where below_zero;

  create table if not exists inventory_movement (
    id text not null primary key,
    ordinal bigint generated always as identity,
    kind text not null,
    reason text,
    note text,
    actor_type text not null check (actor_type in ('user', 'customer', 'api-key', 'system')),
    actor_id text,
    source text,
    correlation_id text,
    idempotency_key text,
    request_hash text,
    reverses_id text references inventory_movement (id),
    below_zero boolean not null default false,
    order_id text, line_item_id text, fulfillment_id text, return_id text, transfer_id text,
    reservation_id text, import_id text,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz,
    deleted_at timestamptz
  );
  create unique index if not exists "IDX_inventory_movement_idempotency_key"
    on inventory_movement (idempotency_key) where idempotency_key is not null;
  create unique index if not exists "IDX_inventory_movement_reverses_id"
    on inventory_movement (reverses_id) where reverses_id is not null;
  create index if not exists "IDX_inventory_movement_kind"
    on inventory_movement (kind, created_at);
  create index if not exists "IDX_inventory_movement_reason"
    on inventory_movement (reason, created_at) where reason is not null;
  create index if not exists "IDX_inventory_movement_actor"
    on inventory_movement (actor_id, created_at) where actor_id is not null;
  create index if not exists "IDX_inventory_movement_correlation_id"
    on inventory_movement (correlation_id) where correlation_id is not null;
  create index if not exists "IDX_inventory_movement_order_id"
    on inventory_movement (order_id, created_at) where order_id is not null;
  create index if not exists "IDX_inventory_movement_line_item_id"
    on inventory_movement (line_item_id, created_at) where line_item_id is not null;
  create index if not exists "IDX_inventory_movement_fulfillment_id"
    on inventory_movement (fulfillment_id) where fulfillment_id is not null;
  create index if not exists "IDX_inventory_movement_return_id"
    on inventory_movement (return_id) where return_id is not null;
  create index if not exists "IDX_inventory_movement_transfer_id"
    on inventory_movement (transfer_id) where transfer_id is not null;
  create index if not exists "IDX_inventory_movement_reservation_id"
    on inventory_movement (reservation_id) where reservation_id is not null;
  create index if not exists "IDX_inventory_movement_import_id"
    on inventory_movement (import_id) where import_id is not null;

  create table if not exists inventory_transaction (
    id bigint generated always as identity,
    movement_id text not null references inventory_movement (id),
    inventory_item_id text not null,
    location_id text not null,
    state text not null check (state in (${STATE_NAMES})),
    quantity numeric not null check (quantity <> 0),
    balance_before numeric not null,
    balance_after numeric not null,
    sequence bigint not null check (sequence > 0),
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz,
    deleted_at timestamptz,
    -- By time first: the order in which it is read, and in which it can be partitioned.
    primary key (created_at, id),
    constraint inventory_transaction_balance check (balance_after = balance_before + quantity)
  );
  create unique index if not exists "IDX_inventory_transaction_sequence"
    on inventory_transaction (inventory_item_id, location_id, sequence);
  create index if not exists "IDX_inventory_transaction_item"
    on inventory_transaction (inventory_item_id, created_at, id);
  create index if not exists "IDX_inventory_transaction_location"
    on inventory_transaction (location_id, created_at, id);
  create index if not exists "IDX_inventory_transaction_movement_id"
    on inventory_transaction (movement_id);

  create table if not exists inventory_location (
    id text not null primary key,
    active boolean not null default true,
    priority integer not null default 0,
    kind text not null default 'warehouse'
      check (kind in ('warehouse', 'store', 'supplier', 'virtual')),
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    lead_time_days integer check (lead_time_days >= 0),
    sales_channel_ids text[] not null default '{}',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz
  );

  create index if not exists "IDX_reservation_item_line_item_id_deleted"
    on reservation_item (line_item_id) where deleted_at is not null;
`

/** Nobody changes history: not the plugin, not the ORM, not a person with a database client. */
const APPEND_ONLY = `
  create or replace function inventory_ledger_is_append_only() returns trigger
  language plpgsql as $$
  begin
    raise exception '% of % is refused: the stock ledger is append-only. Post a counter-movement instead.',
      tg_op, tg_table_name using errcode = 'restrict_violation';
  end $$;
  create or replace trigger inventory_movement_append_only
    before update or delete or truncate on inventory_movement
    for each statement execute function inventory_ledger_is_append_only();
  create or replace trigger inventory_transaction_append_only
    before update or delete or truncate on inventory_transaction
    for each statement execute function inventory_ledger_is_append_only();
`

export class Migration20261122000000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(CORE_TABLES)
    for (const name of CORE_MIGRATIONS) {
      this.addSql(
        `insert into mikro_orm_migrations (name) select '${name}'
         where not exists (select 1 from mikro_orm_migrations where name = '${name}')`
      )
    }
    this.addSql(OWN_TABLES)
    this.addSql(APPEND_ONLY)
  }

  /** Removes Stockroom's own tables, ledger and all; Medusa's tables and figures stay. */
  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists inventory_transaction, inventory_movement, inventory_level_state,
        inventory_location;
      drop function if exists inventory_ledger_is_append_only();
      drop index if exists "IDX_reservation_item_line_item_id_deleted";
    `)
  }
}
