import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Transfers and what they carry. Their number is what people say: T-1001. */
const TRANSFERS = `
  create table if not exists inventory_transfer (
    id text not null primary key,
    number integer generated always as identity (start with 1001),
    status text not null check (status in ('draft', 'pending', 'partial', 'received', 'canceled')),
    origin_id text not null,
    destination_id text not null,
    -- Frozen when it is sent, so that a change of the option leaves it as it began.
    origin_deduction text check (origin_deduction in ('on_pending', 'on_receipt')),
    reference text,
    note text,
    expected_at timestamptz,
    carrier text,
    tracking_number text,
    tracking_url text,
    metadata jsonb,
    custom_fields jsonb not null default '{}',
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    deleted_at timestamptz,
    check (origin_id <> destination_id),
    check (status = 'draft' or origin_deduction is not null),
    check (deleted_at is null or status = 'draft')
  );
  create unique index if not exists "IDX_inventory_transfer_number" on inventory_transfer (number);
  create index if not exists "IDX_inventory_transfer_status"
    on inventory_transfer (status, number) where deleted_at is null;
  create index if not exists "IDX_inventory_transfer_origin_id"
    on inventory_transfer (origin_id, number) where deleted_at is null;
  create index if not exists "IDX_inventory_transfer_destination_id"
    on inventory_transfer (destination_id, number) where deleted_at is null;

  create table if not exists inventory_transfer_line (
    id text not null primary key,
    transfer_id text not null references inventory_transfer (id),
    position integer not null,
    inventory_item_id text not null,
    quantity numeric not null check (quantity > 0),
    accepted numeric not null default 0 check (accepted >= 0),
    rejected numeric not null default 0 check (rejected >= 0),
    ended numeric not null default 0 check (ended >= 0 and ended <= quantity),
    -- The order's shortfall that it covers, and how much of what was held for it is on its way.
    hold_id text,
    order_id text,
    line_item_id text,
    held numeric not null default 0 check (held >= 0 and held <= quantity),
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    deleted_at timestamptz,
    unique (transfer_id, inventory_item_id)
  );
  create index if not exists "IDX_inventory_transfer_line_inventory_item_id"
    on inventory_transfer_line (inventory_item_id);
  create index if not exists "IDX_inventory_transfer_line_hold_id"
    on inventory_transfer_line (hold_id) where hold_id is not null;
  create index if not exists "IDX_inventory_transfer_line_order_id"
    on inventory_transfer_line (order_id) where order_id is not null;
`

/** What has arrived, and who did what when. */
const RECORDS = `
  create table if not exists inventory_transfer_receipt (
    id text not null primary key,
    transfer_id text not null references inventory_transfer (id),
    note text,
    actor_type text not null,
    actor_id text,
    idempotency_key text,
    -- By a workflow that failed later.
    taken_back_at timestamptz,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    deleted_at timestamptz
  );
  create index if not exists "IDX_inventory_transfer_receipt_transfer_id"
    on inventory_transfer_receipt (transfer_id, created_at);

  create table if not exists inventory_transfer_receipt_line (
    id text not null primary key,
    receipt_id text not null references inventory_transfer_receipt (id),
    inventory_item_id text not null,
    accepted numeric not null check (accepted >= 0),
    rejected numeric not null check (rejected >= 0),
    disposition text,
    reason text,
    note text,
    -- Of those that left the origin by the receipt: what was held there for an order.
    held numeric not null default 0,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz,
    deleted_at timestamptz,
    check (accepted + rejected > 0),
    check (rejected = 0 or (disposition is not null and reason is not null))
  );
  create index if not exists "IDX_inventory_transfer_receipt_line_receipt_id"
    on inventory_transfer_receipt_line (receipt_id);
  create or replace trigger inventory_transfer_receipt_line_append_only
    before update or delete or truncate on inventory_transfer_receipt_line
    for each statement execute function inventory_ledger_is_append_only();

  create table if not exists inventory_transfer_event (
    id text not null primary key,
    transfer_id text not null references inventory_transfer (id),
    event text not null,
    status text not null,
    actor_type text not null,
    actor_id text,
    source text,
    reason text,
    note text,
    write_off boolean not null default false,
    receipt_id text,
    idempotency_key text,
    request_hash text,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz,
    deleted_at timestamptz
  );
  create index if not exists "IDX_inventory_transfer_event_transfer_id"
    on inventory_transfer_event (transfer_id, created_at);
  create unique index if not exists "IDX_inventory_transfer_event_idempotency_key"
    on inventory_transfer_event (idempotency_key) where idempotency_key is not null;
  create or replace trigger inventory_transfer_event_append_only
    before update or delete or truncate on inventory_transfer_event
    for each statement execute function inventory_ledger_is_append_only();
`

/** Transfers between locations. */
export class Migration20261126090000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(TRANSFERS)
    this.addSql(RECORDS)
  }

  /** Removes the tables; what is on its way stays in `incoming`. */
  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists inventory_transfer_event, inventory_transfer_receipt_line,
        inventory_transfer_receipt, inventory_transfer_line, inventory_transfer;
    `)
  }
}
