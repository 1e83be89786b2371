import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Rules that stop sales at their threshold. The index is empty where there are none. */
export class Migration20261129010000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table inventory_low_stock_rule
        add column if not exists stop_selling boolean not null default false;
      create index if not exists "IDX_inventory_low_stock_rule_stop_selling"
        on inventory_low_stock_rule (item_key)
        where stop_selling and enabled and deleted_at is null;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop index if exists "IDX_inventory_low_stock_rule_stop_selling";
      alter table if exists inventory_low_stock_rule drop column if exists stop_selling;
    `)
  }
}
