import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ILockingModule } from "@medusajs/framework/types"

import { expectConsistent } from "../world"
import { type Call, makeAtOnce, type Outcome } from "./calls"
import { crew, type Worker } from "./crew"
import { type Database, deadlocksIn, freshWorld } from "./databases"
import {
  type EmittedEvent,
  type Inventory,
  type ModuleName,
  type RunningModule,
  startModule,
  type StartOptions,
} from "./start-module"

/** How a module is run for one test; its tables are there already. */
export interface Setup extends Pick<StartOptions, "pool" | "poolTimeout" | "locking" | "migrate"> {
  /** Server processes among which calls made at once are dealt out; 1 is the test's own. */
  processes?: number
}

interface Figures {
  stocked: string
  reserved: string
  incoming: string
}

/** A module at work on a database of its own, with the world in it. */
export class Stand {
  private constructor(
    private readonly database: Database,
    private readonly options: StartOptions,
    private readonly workers: Worker[],
    private running: RunningModule<ModuleName>,
    private name: ModuleName
  ) {}

  static async start(
    module: ModuleName,
    database: Database,
    options: StartOptions,
    workers: Worker[]
  ): Promise<Stand> {
    const order = { start: { module, url: database.url, options } }
    await Promise.all(workers.map((worker) => worker.obey(order)))
    const running = await startModule(module, database, options)
    return new Stand(database, options, workers, running, module)
  }

  get module(): ModuleName {
    return this.name
  }

  get inventory(): Inventory {
    return this.running.service as unknown as Inventory
  }

  /** The Locking Module, where the setup asks for one. */
  get locking(): ILockingModule {
    return this.running.locking as ILockingModule
  }

  get knex(): Knex {
    return this.running.knex
  }

  /** Everything that the module in this process has emitted. */
  get events(): EmittedEvent[] {
    return this.running.events
  }

  /** Makes calls at once: from this process, or dealt out over the workers. */
  async atOnce(calls: Call[]): Promise<Outcome[]> {
    const { workers } = this
    if (!workers.length) return await makeAtOnce(this.running, calls)
    const outcomes = await Promise.all(
      workers.map((worker, turn) =>
        worker.obey<Outcome[]>({
          calls: calls.filter((_, index) => index % workers.length === turn),
        })
      )
    )
    return outcomes.flat()
  }

  /** A level's figures as Medusa's table has them, exact; undefined where there is no level. */
  async level(itemId: string, locationId: string): Promise<Figures | undefined> {
    const { rows } = await this.knex.raw<{ rows: Figures[] }>(
      `select trim_scale(stocked_quantity)::text as stocked,
        trim_scale(reserved_quantity)::text as reserved,
        trim_scale(incoming_quantity)::text as incoming
      from inventory_level
      where inventory_item_id = ? and location_id = ? and deleted_at is null`,
      [itemId, locationId]
    )
    return rows[0]
  }

  /** The live reservations' quantities, exact, by id. */
  async reservations(): Promise<Record<string, string>> {
    const { rows } = await this.knex.raw<{ rows: { id: string; quantity: string }[] }>(
      `select id, trim_scale(quantity)::text as quantity from reservation_item
      where deleted_at is null order by created_at, id`
    )
    return Object.fromEntries(rows.map(({ id, quantity }) => [id, quantity]))
  }

  /** Goes on with another module on the same database, as a store does that changes its configuration. */
  async replaceBy(module: ModuleName): Promise<void> {
    await this.running.stop()
    this.name = module
    this.running = await startModule(module, this.database, { ...this.options, migrate: true })
  }

  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.obey({ stop: true })))
    await this.running.stop()
  }
}

/** Runs a scenario in a fresh world, then asserts that level, ledger and reservations agree. */
export async function onStand(
  module: ModuleName,
  { processes = 1, migrate = false, ...options }: Setup,
  scenario: (stand: Stand) => Promise<void>
): Promise<void> {
  const database = await freshWorld(module)
  try {
    const workers = processes > 1 ? crew(processes) : []
    const stand = await Stand.start(module, database, { ...options, migrate }, workers)
    try {
      await scenario(stand)
      await expectConsistent(stand.inventory, stand.knex)
    } finally {
      await stand.stop()
    }
    if (module === "stockroom") expect(await deadlocksIn(database)).toBe(0)
  } finally {
    await database.drop()
  }
}
