import type { ModuleName, RunningModule, startModule, StartOptions } from "./start-module"

let latest: ModuleName | undefined

/**
 * As `startModule`, but a module of which the other one has left no trace, where it must be seen as it
 * is: both define the same entities, and Medusa keeps the first that it meets, some in globals.
 */
export async function startAfresh<Name extends ModuleName>(
  module: Name,
  database: { url: string },
  options?: StartOptions
): Promise<RunningModule<Name>> {
  if (latest && latest !== module) {
    jest.resetModules()
    delete (globalThis as { MedusaModule?: unknown }).MedusaModule
    const { MetadataStorage } = await import("@medusajs/framework/mikro-orm/core")
    MetadataStorage.clear()
  }
  latest = module
  const loaded = jest.requireActual<{ startModule: typeof startModule }>("./start-module")
  return await loaded.startModule(module, database, options)
}
