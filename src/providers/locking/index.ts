import { ModuleProvider, Modules } from "@medusajs/framework/utils"

import { loadBackEnd } from "./load-back-end"
import { revertMigration, runMigrations } from "./migrations"
import { StockroomLockingProvider } from "./provider"

export type { LockingOptions } from "./options"

/**
 * A provider of Medusa's Locking Module that lets the ids of inventory items pass, and hands every
 * other key to the in-memory, Postgres or Redis locks that the store had.
 *
 * @since 0.1.0
 */
export default {
  ...ModuleProvider(Modules.LOCKING, {
    services: [StockroomLockingProvider],
    loaders: [loadBackEnd],
  }),
  runMigrations,
  revertMigration,
}
