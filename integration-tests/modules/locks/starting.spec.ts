import { fork } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"

import { freshWorld } from "../databases"
import type { ModuleName } from "../start-module"
import { onStand } from "../support"

/**
 * What a server says that is started with Stockroom's locking provider, in a process of its own:
 * Medusa leaves a rejection behind when a module cannot be loaded.
 */
async function start(module: ModuleName, locking: object): Promise<string> {
  const server = fork(join(__dirname, "..", "worker.ts"), {
    execArgv: ["--require", "ts-node/register/transpile-only"],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  })
  let said = ""
  for (const output of [server.stdout, server.stderr]) {
    output?.on("data", (chunk) => (said += chunk))
  }
  const database = await freshWorld(module)
  const closed = once(server, "close")
  server.once("message", () => server.kill())
  const options = { pool: 2, migrate: false, locking }
  server.send({ start: { module, url: database.url, options } })
  await closed
  await database.drop()
  return said
}

const hasTable = async (backend: "in-memory" | "postgres") => {
  let found: unknown
  await onStand("stockroom", { locking: { backend }, migrate: true }, async ({ knex }) => {
    const sql = "select to_regclass('locking')::text as name"
    const { rows } = await knex.raw<{ rows: { name: string | null }[] }>(sql)
    found = rows[0].name
  })
  return found
}

describe("Starting with Stockroom's locking provider", () => {
  it("is quiet where all is right", async () => {
    expect(await start("stockroom", { backend: "in-memory" })).toBe("")
  })

  it("fails where the Inventory Module is Medusa's, with the line that is missing", async () => {
    expect(await start("core", { backend: "in-memory" })).toContain(
      '{ resolve: "medusa-stockroom/modules/inventory" }'
    )
  })

  it.each([
    ["missing", { backend: "redis" }, "redisUrl: Invalid input: expected string"],
    ["unknown", { backend: "in-memory", redis: "x" }, 'Unrecognized key: "redis"'],
    ["no back end", {}, "backend: must be"],
  ])("fails where an option is %s, with its name", async (_, locking, message) => {
    expect(await start("stockroom", locking)).toContain(message)
  })

  it("makes the table of Medusa's Postgres locks where they are used, and only there", async () => {
    expect(await hasTable("postgres")).toBe("locking")
    expect(await hasTable("in-memory")).toBeNull()
  })
})
