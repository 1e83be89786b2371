import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Who wants to be told when a variant is in stock again, and how often somebody has asked. */
const TABLES = `
  create table if not exists inventory_back_in_stock (
    id text not null primary key,
    variant_id text not null,
    sales_channel_id text not null,
    email text not null check (email <> ''),
    locale text,
    status text not null
      check (status in ('unconfirmed', 'waiting', 'told', 'unsubscribed', 'failed')),
    -- What the links of its messages name.
    token text not null,
    -- The message that is to be sent; each of them is a round of its own.
    message text check (message in ('confirm', 'back')),
    round integer not null default 0,
    attempts integer not null default 0,
    next_at timestamptz,
    claim text,
    last_error text,
    checked_at timestamptz,
    confirmed_at timestamptz,
    told_at timestamptz,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    check ((message is null) = (next_at is null))
  );
  create unique index if not exists "IDX_inventory_back_in_stock_live"
    on inventory_back_in_stock (variant_id, sales_channel_id, email)
    where status in ('unconfirmed', 'waiting');
  create unique index if not exists "IDX_inventory_back_in_stock_token"
    on inventory_back_in_stock (token);
  create index if not exists "IDX_inventory_back_in_stock_waiting"
    on inventory_back_in_stock (variant_id, sales_channel_id)
    where status = 'waiting' and message is null;
  create index if not exists "IDX_inventory_back_in_stock_due"
    on inventory_back_in_stock (next_at) where message is not null;
  create index if not exists "IDX_inventory_back_in_stock_created_at"
    on inventory_back_in_stock (created_at desc, id desc);

  create table if not exists inventory_back_in_stock_request (
    -- A hash of an address of e-mail or of the network.
    asker text not null,
    created_at timestamptz not null default clock_timestamp()
  );
  create index if not exists "IDX_inventory_back_in_stock_request_asker"
    on inventory_back_in_stock_request (asker, created_at);
  create index if not exists "IDX_inventory_back_in_stock_request_created_at"
    on inventory_back_in_stock_request (created_at);
`

export class Migration20261129020000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(TABLES)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists inventory_back_in_stock_request, inventory_back_in_stock;`)
  }
}
