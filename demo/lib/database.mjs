import { rmSync } from "node:fs"
import { join } from "node:path"
import { startPostgres } from "../../scripts/postgres.mjs"
import { DATA } from "./places.mjs"
import { step } from "./say.mjs"
import { readState, remember } from "./state.mjs"

/**
 * Opens the demo's database: a Postgres of its own, whose data stays between runs. With
 * `DEMO_DATABASE_URL` it is the empty database named there.
 *
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function openDatabase() {
  const url = process.env.DEMO_DATABASE_URL
  if (url) {
    if (!readState().schema) await refuseUnlessEmpty(url)
    return { url, stop: async () => {} }
  }

  try {
    const postgres = await step("Starting Postgres", () =>
      startPostgres({ dataDir: join(DATA, "postgres"), persistent: true })
    )
    remember({ databaseFolder: postgres.dataDir })
    return { url: postgres.url("postgres"), stop: postgres.stop }
  } catch (error) {
    throw new Error(
      `${error.message}\n\nThe demo brings its own Postgres, and it did not start here. ` +
        "With another one, name an empty database on it:\n" +
        "  DEMO_DATABASE_URL=postgres://user:password@localhost:5432/demo npm run demo",
      { cause: error }
    )
  }
}

/** The demo fills a database with its own shop, so it must never be one that somebody uses. */
async function refuseUnlessEmpty(connectionString) {
  const { default: pg } = await import("@medusajs/framework/pg")
  const client = new pg.Client({ connectionString })
  await client.connect()
  const tables = await client.query("select from pg_tables where schemaname = 'public' limit 1")
  await client.end()
  if (tables.rowCount) {
    throw new Error("The database of DEMO_DATABASE_URL is not empty. Give the demo an empty one.")
  }
}

/** Deletes the database's files; what lies on a server that the demo did not bring stays there. */
export function deleteDatabase() {
  const { databaseFolder } = readState()
  if (databaseFolder) rmSync(databaseFolder, { recursive: true, force: true })
}
