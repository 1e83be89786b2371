import { createDatabase, type Database } from "../databases"
import { type RunningModule, startModule } from "../start-module"

/**
 * Where stock is watched: Berlin and Lyon serve the web shop, Lyon the fair as well, Oslo is a supplier's
 * place and Rome is out of use.
 */
const LOCATIONS = `
  insert into inventory_location (id, active, kind, sales_channel_ids) values
    ('Berlin', true, 'warehouse', '{web}'),
    ('Lyon', true, 'store', '{web,fair}'),
    ('Oslo', true, 'supplier', '{}'),
    ('Rome', false, 'warehouse', '{web}')`

/** A module alone, with those locations. */
export class WatchedShop {
  private constructor(
    readonly database: Database,
    readonly module: RunningModule
  ) {}

  static async open(options: Record<string, unknown> = {}): Promise<WatchedShop> {
    const database = await createDatabase()
    const module = await startModule("stockroom", database, { options })
    await database.sql(LOCATIONS)
    return new WatchedShop(database, module)
  }

  get service(): RunningModule["service"] {
    return this.module.service
  }

  /** A new item with so much at each of the places. */
  async stock(item: string, levels: Record<string, string>): Promise<void> {
    await this.service.createInventoryItems([{ id: item, sku: item } as { sku: string }])
    await this.service.createInventoryLevels(
      Object.entries(levels).map(([location_id, quantity]) => ({
        inventory_item_id: item,
        location_id,
        stocked_quantity: quantity as unknown as number,
      }))
    )
  }

  /** Sets what is available of an item, by hand. */
  async set(item: string, location: string, quantity: string): Promise<string | null> {
    const { movementId } = await this.service.changeStock({
      changes: [
        {
          op: "set",
          ...{ inventory_item_id: item, location_id: location },
          ...{ state: "available", quantity },
        },
      ],
      allow_negative: true,
    })
    return movementId
  }

  /** Every alert of an item, oldest first: "together open", "Berlin recovered". */
  async alerts(item: string): Promise<string[]> {
    const rows = await this.database.sql<{ told: string }>(
      `select coalesce(location_id, sales_channel_id, place) || ' ' || case
          when settled_at is null then 'unsettled' when recovering_at is not null then 'recovering'
          else coalesce(resolution, status) end as told
        from inventory_low_stock_alert where inventory_item_id = $1 order by opened_at, place_key`,
      [item]
    )
    return rows.map(({ told }) => told)
  }

  /** Every action that was to run because of an item, in order: "execute notify". */
  async runs(item: string): Promise<string[]> {
    const rows = await this.database.sql<{ told: string }>(
      `select r.phase || ' ' || r.identifier as told from inventory_low_stock_run r
        join inventory_low_stock_alert a on a.id = r.alert_id
        where a.inventory_item_id = $1 order by r.created_at, r.position`,
      [item]
    )
    return rows.map(({ told }) => told)
  }

  async close(): Promise<void> {
    await this.module.stop()
    await this.database.drop()
  }
}
