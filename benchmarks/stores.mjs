/** Whole stores to compare: a server and a database of its own each, on the one Postgres. */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"

import { freePort } from "../scripts/postgres.mjs"
import { connect } from "./postgres.mjs"

const STORE = fileURLToPath(new URL("store", import.meta.url))
const MEDUSA = fileURLToPath(new URL("../node_modules/.bin/medusa", import.meta.url))
const START_SECONDS = 180

export const LOGIN = { email: "admin@stockroom.test", password: "supersecret" }

/**
 * Starts a store with an empty database.
 *
 * @param {string} name also of its database
 * @param {{ stockroom: boolean }} options whether it runs on Stockroom
 * @returns {Promise<{ url: string, database: string, stop: () => Promise<void> }>}
 */
export async function startStore(postgres, name, { stockroom }) {
  const admin = await connect(postgres.url("postgres"))
  await admin.query(`create database ${name}`)
  await admin.end()
  const database = postgres.url(name)
  const env = settings(database, { stockroom })
  await run(["db:migrate", "--execute-all-links"], env)
  await run(["user", "-e", LOGIN.email, "-p", LOGIN.password], env)
  return await serve(database, { stockroom })
}

/**
 * A server of a store that is there.
 *
 * @param {{ stockroom: boolean, caching?: boolean, keeping?: boolean }} options with `caching`, Medusa keeps in
 *   memory what it reads for each request; with `keeping`, Stockroom its answers there
 */
export async function serve(database, options) {
  const port = await freePort()
  const server = start(["start", "--port", String(port)], settings(database, options))
  const url = `http://localhost:${port}`
  for (const end = Date.now() + START_SECONDS * 1000; !(await answers(url)); await sleep(200)) {
    if (server.exitCode !== null || Date.now() > end) throw new Error(`${database} has no server`)
  }
  return {
    url,
    database,
    async stop() {
      server.kill("SIGKILL")
      await once(server, "exit")
    },
  }
}

function settings(database, { stockroom, caching = false, keeping = false }) {
  return {
    ...process.env,
    NODE_ENV: "production",
    MEDUSA_DISABLE_TELEMETRY: "true",
    LOG_LEVEL: "error",
    DATABASE_URL: database,
    ...(stockroom && { STOCKROOM: "true" }),
    ...(caching && { CACHING: "true" }),
    ...(keeping && { KEEPING: "true" }),
  }
}

function start(args, env) {
  return spawn(MEDUSA, args, { cwd: STORE, env, stdio: ["ignore", "ignore", "inherit"] })
}

async function run(args, env) {
  const [status] = await once(start(args, env), "exit")
  if (status !== 0) throw new Error(`medusa ${args[0]} ended with ${status}`)
}

async function answers(url) {
  const health = await fetch(`${url}/health`).catch(() => undefined)
  return health?.ok === true
}
