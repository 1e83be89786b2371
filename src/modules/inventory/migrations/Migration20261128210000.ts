import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What shoppers are told of stock, and how much of it they may order. */
const TABLES = `
  create table if not exists inventory_availability_estimate (
    id text not null primary key,
    title text not null check (title <> ''),
    -- Titles in other languages, by locale.
    translations jsonb not null default '{}' check (jsonb_typeof(translations) = 'object'),
    priority integer not null default 0,
    -- What a computed date of its products takes on top.
    lead_time_days integer check (lead_time_days >= 0),
    is_default boolean not null default false,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    deleted_at timestamptz
  );
  create unique index if not exists "IDX_inventory_availability_estimate_default"
    on inventory_availability_estimate (is_default) where is_default and deleted_at is null;

  create table if not exists inventory_product_availability (
    product_id text not null primary key,
    estimate_id text,
    -- Null: as the store has it.
    display text check (display in ('always', 'never', 'below')),
    display_below numeric check (display_below > 0),
    minimum numeric check (minimum > 0),
    maximum numeric check (maximum > 0),
    multiple numeric check (multiple > 0),
    allowed jsonb check (jsonb_typeof(allowed) = 'array'),
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    deleted_at timestamptz,
    check ((display is not distinct from 'below') = (display_below is not null)),
    check (maximum >= minimum)
  );
  create index if not exists "IDX_inventory_product_availability_estimate_id"
    on inventory_product_availability (estimate_id) where estimate_id is not null;
  create index if not exists "IDX_inventory_product_availability_order_quantities"
    on inventory_product_availability (product_id)
    where num_nonnulls(minimum, maximum, multiple, allowed) > 0;

  create table if not exists inventory_availability_setting (
    id text not null primary key check (id = 'store'),
    -- Null: as the options have it.
    display text check (display in ('always', 'never', 'below')),
    display_below numeric check (display_below > 0),
    locations text check (locations in ('none', 'pickup', 'all')),
    updated_at timestamptz not null default clock_timestamp(),
    check ((display is not distinct from 'below') = (display_below is not null))
  );
`

export class Migration20261128210000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(TABLES)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists inventory_availability_setting, inventory_product_availability,
        inventory_availability_estimate;
    `)
  }
}
