/** The server that all contestants share, and how it and the machine are described. */
import { createRequire } from "node:module"
import { cpus, getPriority, loadavg, totalmem } from "node:os"

import { startPostgres } from "../scripts/postgres.mjs"

const require = createRequire(import.meta.url)
const pg = require("@medusajs/framework/pg")

/**
 * A server as a shop would run it, except that nothing waits for the disk, so that the software is
 * measured: a crash could cost the last moment's commits, not the database. `--durable` waits.
 */
export function startServer({ durable = false, ...settings } = {}) {
  return startPostgres({
    settings: {
      fsync: "on",
      full_page_writes: "on",
      synchronous_commit: durable ? "on" : "off",
      shared_buffers: "512MB",
      max_wal_size: "8GB",
      checkpoint_timeout: "30min",
      ...settings,
    },
  })
}

const REPORTED = [
  "fsync",
  "full_page_writes",
  "synchronous_commit",
  "shared_buffers",
  "max_wal_size",
  "checkpoint_timeout",
]

export async function connect(url) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

export async function describeMachine(postgres) {
  const client = await connect(postgres.url("postgres"))
  const version = (await client.query("show server_version")).rows[0].server_version
  const settings = []
  for (const name of REPORTED) {
    settings.push(`${name}=${Object.values((await client.query(`show ${name}`)).rows[0])[0]}`)
  }
  await client.end()
  const processors = cpus()
  return [
    `- ${processors.length} cores (${processors[0]?.model.trim()}), ` +
      `${Math.round(totalmem() / 2 ** 30)} GB memory; Postgres and the calling process share them`,
    `- Node ${process.versions.node}, Postgres ${version}`,
    `- ${settings.join(", ")}`,
  ].join("\n")
}

/** What else the machine was doing, for figures that were taken once. */
export function describeLoad() {
  const priority = getPriority() ? `, at priority ${getPriority()}` : ""
  return `- Measured while the load of the machine was ${loadavg()[0].toFixed(1)}, this included${priority}`
}
