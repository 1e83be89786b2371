import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What a level has at all, in one number, so that the few levels with something damaged, say, are found
 * among a million. It changes only when a state comes to nothing or begins, so that most changes of
 * stock rewrite no index. `committed` is left out, because it comes and goes with every order: levels
 * with something committed are found by their live reservations.
 */
const TRAITS = `
  alter table inventory_level_state add column if not exists traits smallint generated always as (
    case when available + committed + reserved + damaged + safety + quality_control = 0
      then 0 else 1 end
    + case when available = 0 then 0 else 2 end
    + case when reserved = 0 then 0 else 4 end
    + case when damaged = 0 then 0 else 8 end
    + case when safety = 0 then 0 else 16 end
    + case when quality_control = 0 then 0 else 32 end
    + case when incoming = 0 then 0 else 64 end
    + case when fulfilled = 0 then 0 else 128 end
  ) stored;
  create index if not exists "IDX_inventory_level_state_traits"
    on inventory_level_state (traits, location_id) where level_id is not null;
`

/** Levels are found by what they have. */
export class Migration20261125220000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(TRAITS)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop index if exists "IDX_inventory_level_state_traits";
      alter table if exists inventory_level_state drop column if exists traits;
    `)
  }
}
