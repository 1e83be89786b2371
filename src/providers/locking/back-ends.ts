import { MedusaError } from "@medusajs/framework/utils"

import type { LockingOptions } from "./options"

/** Medusa's own Locking Module, which brings the in-memory locks. */
export const LOCKING_MODULE = "@medusajs/medusa/locking"

/** Medusa's providers of the other locks. */
export const PROVIDERS = {
  postgres: "@medusajs/medusa/locking-postgres",
  redis: "@medusajs/medusa/locking-redis",
}

/** Options of a Locking Module that keeps its locks in the back end. */
export function optionsFor({ backend, ...options }: LockingOptions): Record<string, unknown> {
  if (backend === "in-memory") return { providers: [] }
  const provider = { resolve: pathOf(PROVIDERS[backend]), id: backend, is_default: true }
  // Without options, the Postgres provider is given those of the module, and so its database.
  if (backend === "postgres") return { providers: [provider] }
  // Medusa gives a provider's loader its own options, but its service those of the module.
  return { ...options, providers: [{ ...provider, options }] }
}

/**
 * Where a package that the store has installed is.
 *
 * @throws MedusaError when it is not installed
 */
export function pathOf(name: string, store = process.cwd()): string {
  try {
    return require.resolve(name, { paths: [store] })
  } catch (error) {
    const [reason] = (error as Error).message.split("\n")
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `Stockroom's locking provider needs ${name}, which is not installed in ${store} (${reason})`
    )
  }
}
