import { setTimeout as sleep } from "node:timers/promises"

import { BERLIN, expectConsistent, LYON, OSLO } from "../../world"
import { type Database, freshWorld } from "../databases"
import { type RunningModule, startModule } from "../start-module"

/** From Berlin to Lyon. */
export const IDS = { origin_id: BERLIN, destination_id: LYON }

const DEADLOCKS = "select deadlocks::text from pg_stat_database where datname = current_database()"

/** Where the transfers of one test are made: a database with the world in it, and servers on it. */
export interface Road {
  database: Database
  /** Starts one more server. Its three locations are in use. */
  server(options?: object): Promise<RunningModule>
}

/** A new road for each test; after it, the books agree and Postgres had no deadlock to break. */
export function openRoad(): Road {
  const running: RunningModule[] = []
  const road: Road = {
    database: undefined as never,
    async server(options = {}) {
      const started = await startModule("stockroom", road.database, {
        migrate: false,
        options: options as Record<string, unknown>,
      })
      running.push(started)
      await started
        .knex("inventory_location")
        .insert([BERLIN, LYON, OSLO].map((id, index) => ({ id, priority: index + 1 })))
        .onConflict("id")
        .ignore()
      return started
    },
  }

  beforeEach(async () => {
    road.database = await freshWorld("stockroom")
  })

  afterEach(async () => {
    const [first] = running
    await expectConsistent(first.service as never, first.knex)
    for (const one of running.splice(0)) await one.stop()
    // A connection tells what it has counted when it is closed.
    await sleep(100)
    expect(await road.database.sql(DEADLOCKS)).toEqual([{ deadlocks: "0" }])
    await road.database.drop()
  })

  return road
}
