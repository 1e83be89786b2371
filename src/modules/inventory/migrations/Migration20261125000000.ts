import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What an order's shortfall keeps at other locations than the one that commits. */
const HOLDS = `
  alter table inventory_level_state
    add column if not exists held_for_orders numeric not null default 0 check (held_for_orders >= 0);
  alter table inventory_level_state drop constraint if exists inventory_level_state_reserved;
  alter table inventory_level_state add constraint inventory_level_state_reserved
    check (reserved >= reserved_by_reservations + held_for_orders);

  create table if not exists inventory_hold (
    id text not null primary key,
    order_id text not null,
    line_item_id text not null,
    inventory_item_id text not null,
    location_id text not null,
    committed_location_id text not null,
    quantity numeric not null check (quantity > 0),
    -- The reservation with which it was let go, and with which it comes back.
    released_with text,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    deleted_at timestamptz
  );
  create index if not exists "IDX_inventory_hold_line"
    on inventory_hold (line_item_id, inventory_item_id);
  create index if not exists "IDX_inventory_hold_order_id" on inventory_hold (order_id);
  create index if not exists "IDX_inventory_hold_level"
    on inventory_hold (inventory_item_id, location_id) where deleted_at is null;
  create index if not exists "IDX_inventory_hold_location_id"
    on inventory_hold (location_id) where deleted_at is null;
`

/** Where an order's items were committed, and why; and what ties movements to later news of them. */
const DECISIONS = `
  create table if not exists inventory_allocation (
    id text not null primary key,
    order_id text not null,
    line_item_id text not null,
    inventory_item_id text not null,
    location_id text not null,
    quantity numeric not null,
    per_unit numeric,
    strategy text not null,
    reason text not null,
    suggested_location_id text,
    reservation_id text,
    holds jsonb not null default '[]',
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz,
    deleted_at timestamptz
  );
  create index if not exists "IDX_inventory_allocation_order_id"
    on inventory_allocation (order_id, created_at);
  create index if not exists "IDX_inventory_allocation_line"
    on inventory_allocation (line_item_id, created_at);

  create table if not exists inventory_movement_reference (
    id bigint generated always as identity primary key,
    movement_id text not null references inventory_movement (id),
    order_id text not null,
    line_item_id text,
    fulfillment_id text,
    return_id text,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz,
    deleted_at timestamptz,
    check (num_nonnulls(fulfillment_id, return_id) = 1)
  );
  create unique index if not exists "IDX_inventory_movement_reference_movement_id"
    on inventory_movement_reference (movement_id);
  create index if not exists "IDX_inventory_movement_reference_order_id"
    on inventory_movement_reference (order_id);
  create index if not exists "IDX_inventory_movement_reference_fulfillment_id"
    on inventory_movement_reference (fulfillment_id) where fulfillment_id is not null;
  create index if not exists "IDX_inventory_movement_reference_return_id"
    on inventory_movement_reference (return_id) where return_id is not null;

  create or replace trigger inventory_allocation_append_only
    before update or delete or truncate on inventory_allocation
    for each statement execute function inventory_ledger_is_append_only();
  create or replace trigger inventory_movement_reference_append_only
    before update or delete or truncate on inventory_movement_reference
    for each statement execute function inventory_ledger_is_append_only();
`

/** Orders whose stock could not be settled yet, and how far the sweep has come. */
const SETTLEMENT = `
  create table if not exists inventory_settlement (
    order_id text not null primary key,
    attempts integer not null,
    last_error text not null,
    next_attempt_at timestamptz not null,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    deleted_at timestamptz
  );
  create table if not exists inventory_sweep (
    name text not null primary key,
    done_until timestamptz not null
  );
`

/** Orders: holds, allocations, and what ties movements to fulfilments and returns. */
export class Migration20261125000000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(HOLDS)
    this.addSql(DECISIONS)
    this.addSql(SETTLEMENT)
  }

  /** Removes the tables; what is held stays in `reserved`, as set aside by hand. */
  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists inventory_sweep, inventory_settlement, inventory_movement_reference,
        inventory_allocation, inventory_hold;
      alter table if exists inventory_level_state
        drop constraint if exists inventory_level_state_reserved;
      alter table if exists inventory_level_state drop column if exists held_for_orders;
      alter table if exists inventory_level_state add constraint inventory_level_state_reserved
        check (reserved >= reserved_by_reservations);
    `)
  }
}
