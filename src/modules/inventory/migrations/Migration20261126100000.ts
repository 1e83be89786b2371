import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Who may change stock, and who has given and taken such rights. */
const GRANTS = `
  create table if not exists inventory_grant (
    user_id text not null primary key,
    grants jsonb not null check (jsonb_typeof(grants) = 'array'),
    -- What they were before the latest change, which the list of changes takes from here.
    previous jsonb not null default '[]',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz
  );
  create table if not exists inventory_grant_change (
    id text not null primary key,
    user_id text not null,
    before jsonb not null,
    after jsonb not null,
    actor_type text not null,
    actor_id text,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz,
    deleted_at timestamptz
  );
  create index if not exists "IDX_inventory_grant_change_user_id"
    on inventory_grant_change (user_id, created_at);
  create or replace function inventory_grant_change_is_append_only() returns trigger
  language plpgsql as $$
  begin
    raise exception '% of % is refused: the list of changed rights is append-only.',
      tg_op, tg_table_name using errcode = 'restrict_violation';
  end $$;
  create or replace trigger inventory_grant_change_append_only
    before update or delete or truncate on inventory_grant_change
    for each statement execute function inventory_grant_change_is_append_only();
`

export class Migration20261126100000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(GRANTS)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists inventory_grant_change, inventory_grant;
      drop function if exists inventory_grant_change_is_append_only();
    `)
  }
}
