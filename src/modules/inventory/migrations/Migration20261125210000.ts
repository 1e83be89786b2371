import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Files of stock that were checked, and what became of them. Whether one is applied, and was undone,
 * the ledger says: its movement has the import's id as its idempotency key.
 */
const IMPORTS = `
  create table if not exists inventory_import (
    id text not null primary key,
    file_name text not null,
    delimiter text not null,
    header jsonb not null,
    ignored_columns jsonb not null default '[]',
    reason text,
    note text,
    row_count integer not null default 0,
    change_count integer not null default 0,
    unchanged_count integer not null default 0,
    error_count integer not null default 0,
    -- Of the errors: those that only take available below zero, which may be allowed.
    below_zero_count integer not null default 0,
    -- Why it could not be applied when that was last tried.
    failure jsonb,
    created_by text,
    checked_at timestamptz not null default clock_timestamp(),
    -- Written in the transaction of the movement.
    applied_at timestamptz,
    applied_count integer,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    deleted_at timestamptz
  );
  create index if not exists "IDX_inventory_import_created_at"
    on inventory_import (created_at desc);

  create table if not exists inventory_import_row (
    import_id text not null,
    line integer not null,
    cells jsonb not null,
    kind text not null check (kind in ('change', 'unchanged', 'error')),
    sku text,
    location text,
    inventory_item_id text,
    location_id text,
    opens boolean not null default false,
    before jsonb,
    after jsonb,
    changes jsonb,
    error_code text,
    error_params jsonb,
    primary key (import_id, line)
  );
  create index if not exists "IDX_inventory_import_row_kind"
    on inventory_import_row (import_id, kind, line);
`

/** Who applies an import at present: a claim that ends by itself when its server dies. */
const RUNS = `
  create table if not exists inventory_import_run (
    import_id text not null primary key,
    token text not null,
    phase text not null,
    done integer not null default 0,
    total integer not null default 0,
    until timestamptz not null
  );
`

/** Imports of stock. */
export class Migration20261125210000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(IMPORTS)
    this.addSql(RUNS)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists inventory_import_run, inventory_import_row, inventory_import;
    `)
  }
}
