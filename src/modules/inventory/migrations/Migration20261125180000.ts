import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Every ledger row has its movement: asked once for all rows of a statement, where a foreign key asks
 * for each row and locks the movement, which costs a large call more than any index. The key's other
 * half is not needed, for no movement is ever deleted.
 */
const HAS_MOVEMENT = `
  create or replace function inventory_transaction_has_movement() returns trigger
  language plpgsql set enable_seqscan = off as $$
  declare
    missing text;
  begin
    select r.movement_id into missing
    from inserted r
    left join lateral (
      select m.id from inventory_movement m where m.id = r.movement_id limit 1
    ) m on true
    where m.id is null
    limit 1;
    if found then
      raise exception 'A row of the stock ledger names movement %, which does not exist.', missing
        using errcode = 'foreign_key_violation';
    end if;
    return null;
  end $$;
  create or replace trigger inventory_transaction_has_movement
    after insert on inventory_transaction referencing new table as inserted
    for each statement execute function inventory_transaction_has_movement();
  alter table inventory_transaction
    drop constraint if exists inventory_transaction_movement_id_fkey;
`

export class Migration20261125180000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(HAS_MOVEMENT)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table if exists inventory_transaction
        add constraint inventory_transaction_movement_id_fkey foreign key (movement_id)
          references inventory_movement (id);
      drop trigger if exists inventory_transaction_has_movement on inventory_transaction;
      drop function if exists inventory_transaction_has_movement();
    `)
  }
}
