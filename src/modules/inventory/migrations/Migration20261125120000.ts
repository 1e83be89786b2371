import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Indexes for what little of a long ledger is neither sold stock nor a shopper's doing: without them,
 * to find none of it all of the ledger is read. What shoppers do is not in them, so that they cost a
 * checkout nothing.
 */
const RARE = `
  create index if not exists "IDX_inventory_movement_actor_type"
    on inventory_movement (actor_type, created_at) where actor_type <> 'customer';
  create index if not exists "IDX_inventory_transaction_state"
    on inventory_transaction (state, created_at, id) where state not in ('available', 'committed');
  create index if not exists "IDX_inventory_transaction_level_state"
    on inventory_transaction (inventory_item_id, location_id, state, sequence)
    where state not in ('available', 'committed');
`

/** A ledger of millions of rows answers every question about it. */
export class Migration20261125120000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(RARE)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop index if exists "IDX_inventory_movement_actor_type";
      drop index if exists "IDX_inventory_transaction_state";
      drop index if exists "IDX_inventory_transaction_level_state";
    `)
  }
}
