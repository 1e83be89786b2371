import { dirname, join } from "node:path"

import { dynamicImport, Modules, ModulesSdkUtils } from "@medusajs/framework/utils"

import { pathOf, PROVIDERS } from "./back-ends"

type Run = ReturnType<typeof ModulesSdkUtils.buildMigrationScript>
type Revert = ReturnType<typeof ModulesSdkUtils.buildRevertMigrationScript>
/** The Locking Module's, not the provider's. */
type ModuleOptions = { providers?: { options?: { backend?: unknown } }[] } | undefined

/** Medusa's Postgres locks have a table; whoever keeps his locks elsewhere does not get it. */
export const runMigrations: Run = async (args) => {
  if (!keepsInPostgres(args?.options as ModuleOptions)) return []
  return await ModulesSdkUtils.buildMigrationScript(await migrationsOfPostgres())(args)
}

export const revertMigration: Revert = async (args) => {
  if (!keepsInPostgres(args.options as ModuleOptions)) return
  await ModulesSdkUtils.buildRevertMigrationScript(await migrationsOfPostgres())(args)
}

function keepsInPostgres(options: ModuleOptions): boolean {
  return !!options?.providers?.some((provider) => provider.options?.backend === "postgres")
}

async function migrationsOfPostgres() {
  const { discoveryPath } = await dynamicImport(pathOf(PROVIDERS.postgres))
  return {
    moduleName: Modules.LOCKING,
    pathToMigrations: join(dirname(discoveryPath as string), "migrations"),
  }
}
