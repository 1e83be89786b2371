#!/usr/bin/env node
/**
 * Installs the plugin the way a merchant does, and sells something with it.
 *
 *     npm run scratch-store             with the plugin, from the tarball that npm would publish
 *     npm run scratch-store -- --core   the same store without it, to tell whose fault a failure is
 *
 * Packs the plugin, creates a Medusa store in the system's temp folder, installs it with npm, migrates
 * an embedded Postgres, starts the server and buys an order through the HTTP API: the order must have
 * reserved its stock. Everything is stopped and removed at the end.
 */
import assert from "node:assert/strict"
import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { freePort, startPostgres } from "./postgres.mjs"
import { openShop } from "./shop.mjs"

const ROOT = fileURLToPath(new URL("..", import.meta.url))
const LOGIN = { email: "admin@stockroom.test", password: "supersecret" }
/** The locks that come with a table, so that the migration of a provider is gone through too. */
const HELPER_OPTIONS = '{ locking: "postgres" }'
const STOCKED = 10
const QUANTITY = 3

const plugin = !process.argv.includes("--core")
const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"))
const folder = mkdtempSync(join(tmpdir(), "stockroom-scratch-"))
const store = join(folder, "store")
let server

process.on("exit", () => {
  server?.kill("SIGKILL")
  rmSync(folder, { recursive: true, force: true })
})
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1))

mkdirSync(store)
const tarball = plugin ? step("Packing the plugin", pack) : undefined
step("Writing the store", () => writeStore(tarball))
step("Installing it with npm", () => run("npm", ["install", "--prefer-offline"]))

const postgres = await startPostgres()
const port = await freePort()
const env = {
  ...process.env,
  DATABASE_URL: postgres.url("postgres"),
  LOG_LEVEL: "warn",
  MEDUSA_DISABLE_TELEMETRY: "true",
  NODE_ENV: "production",
  PORT: String(port),
}

step("Migrating the database", () => medusa("db:migrate", "--execute-all-links"))
step("Creating a user", () => medusa("user", "-e", LOGIN.email, "-p", LOGIN.password))
await step("Starting the server", startServer)
await step(`Buying ${QUANTITY} of ${STOCKED}`, async () => {
  const url = `http://localhost:${port}`
  const { admin, fillCart, complete, levels } = await openShop({
    url,
    login: LOGIN,
    stocked: STOCKED,
  })
  const cart = await fillCart(QUANTITY)
  const [before] = await levels()
  const order = await complete(cart)
  const [after] = await levels()
  console.log(
    `  order ${order.display_id}, reserved ${before.reserved_quantity} → ${after.reserved_quantity}`
  )
  assert.equal(before.reserved_quantity, 0)
  assert.equal(after.reserved_quantity, QUANTITY)
  assert.equal(after.stocked_quantity, STOCKED)
  assert.equal(after.available_quantity, STOCKED - QUANTITY)
  if (plugin) {
    const { history } = await admin("GET", "/stockroom/history")
    const committed = history.filter(({ state }) => state === "committed")
    assert.deepEqual(
      committed.map(({ quantity }) => Number(quantity)),
      [QUANTITY]
    )
  }
})

server.kill("SIGTERM")
await once(server, "exit")
if (plugin) {
  step("Verifying the stock by command", () => {
    const verify = ["verify", "--json"]
    const report = JSON.parse(
      run(join(store, "node_modules", ".bin", "stockroom"), verify, { env })
    )
    assert.deepEqual([report.levels, report.consistent], [1, true])
  })
  step("Starting without the module, which must fail", () => {
    writeConfig(`plugins: [{ resolve: "${manifest.name}", options: {} }],`)
    const medusaBin = join(store, "node_modules", ".bin", "medusa")
    const { status, stdout, stderr } = spawnSync(medusaBin, ["start"], {
      cwd: store,
      env,
      encoding: "utf8",
      timeout: 120_000,
    })
    // The log is JSON, in which the quotes of the line are escaped.
    assert.match(stdout + stderr, /medusa-stockroom\/modules\/inventory/)
    assert.notEqual(status, 0)
  })
}
await postgres.stop()
console.log(
  `\nThe scratch store sold an order ${plugin ? "with the plugin" : "without the plugin"}.`
)
process.exit(0)

function pack() {
  const output = run("npm", ["pack", "--json", "--pack-destination", folder], { cwd: ROOT })
  const [{ filename }] = JSON.parse(output.slice(output.indexOf("[\n")))
  return join(folder, filename)
}

function writeStore(plugin) {
  const version = manifest.devDependencies["@medusajs/medusa"]
  const packages = ["admin-sdk", "cli", "framework", "medusa"]
  const dependencies = Object.fromEntries(packages.map((name) => [`@medusajs/${name}`, version]))
  if (plugin) dependencies[manifest.name] = `file:${plugin}`
  const json = { name: "scratch-store", private: true, dependencies }
  writeFileSync(join(store, "package.json"), JSON.stringify(json, null, 2))

  writeConfig("", plugin && "withStockroom")
}

/** The store's configuration, with further lines in it, or with the helper around it. */
function writeConfig(lines, helper) {
  const config = `{
  admin: { disable: true },
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: { connection: { ssl: false } },
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: "scratch",
      cookieSecret: "scratch",
    },
  },
  ${lines}
}`
  const imports = [`const { defineConfig } = require("@medusajs/framework/utils")`]
  if (helper) imports.push(`const { ${helper} } = require("${manifest.name}/config")`)
  writeFileSync(
    join(store, "medusa-config.js"),
    `${imports.join("\n")}

module.exports = defineConfig(${helper ? `${helper}(${config}, ${HELPER_OPTIONS})` : config})
`
  )
}

async function startServer() {
  const log = join(folder, "server.log")
  const output = openSync(log, "w")
  server = spawn(join(store, "node_modules", ".bin", "medusa"), ["start"], {
    cwd: store,
    env,
    stdio: ["ignore", output, output],
  })
  for (let attempt = 0; attempt < 240; attempt++) {
    const health = await fetch(`http://localhost:${port}/health`).catch(() => undefined)
    if (health?.ok) return
    if (server.exitCode !== null) break
    await sleep(500)
  }
  throw new Error(`The server did not start:\n${readFileSync(log, "utf8")}`)
}

function medusa(...args) {
  run(join(store, "node_modules", ".bin", "medusa"), args, { env })
}

function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: store,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    ...options,
  })
  if (result.status !== 0) {
    throw new Error(`${command} ${args.join(" ")} failed:\n${result.stdout}\n${result.stderr}`)
  }
  return result.stdout
}

/** Says what is done, and afterwards how long it took. */
function step(title, action) {
  const start = Date.now()
  const done = (result) => {
    console.log(`${title}: ${((Date.now() - start) / 1000).toFixed(1)} s`)
    return result
  }
  const result = action()
  return result instanceof Promise ? result.then(done) : done(result)
}
