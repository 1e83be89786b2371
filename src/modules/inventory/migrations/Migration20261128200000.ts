import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The units of items. A level carries those of its item, so that its lock guards them too. */
const UNITS = `
  create table if not exists inventory_item_unit (
    id text not null primary key,
    inventory_item_id text not null,
    key text not null,
    name text not null,
    factor numeric not null check (factor > 0),
    base boolean not null default false,
    precision integer not null check (precision between 0 and 10),
    increment numeric not null
      check (increment > 0 and scale(trim_scale(increment)) <= precision),
    priority integer not null default 0 check (priority >= 0),
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    deleted_at timestamptz,
    check (not base or factor = 1)
  );
  create unique index if not exists "IDX_inventory_item_unit_key"
    on inventory_item_unit (inventory_item_id, key);
  create unique index if not exists "IDX_inventory_item_unit_base"
    on inventory_item_unit (inventory_item_id) where base;

  alter table inventory_level_state add column if not exists units jsonb;
`

export class Migration20261128200000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(UNITS)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table if exists inventory_level_state drop column if exists units;
      drop table if exists inventory_item_unit;
    `)
  }
}
