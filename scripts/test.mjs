#!/usr/bin/env node
/**
 * Builds the plugin, starts Postgres and runs the suites, two processes at once where there are two cores.
 *
 *     npm test                              every suite
 *     npm test -- unit                      one suite: unit, modules, redis, workflows, http or browser
 *     npm test -- http boot                 its files whose path matches `boot`
 *     npm test -- http boot -t "an admin"   further arguments go to Jest
 *     npm test -- --no-build                tests what was built before
 *
 * The last line reads `N passed, N failed`. With DATABASE_URL, or DB_HOST and its like, the tests use
 * that server instead of one of their own; its user must be allowed to create databases. The suite
 * `redis` runs where there is a `redis-server`, or the server that REDIS_URL names; `browser` where there
 * is a Chromium: the one that CHROMIUM_PATH names, Debian's, or a `chromium` on PATH.
 */
import { spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { availableParallelism, tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Client } from "pg"
import { findChromium } from "./chromium.mjs"
import { postgresFromEnvOrStart, testRunnerEnv } from "./postgres.mjs"
import { redisFromEnvOrStart } from "./redis.mjs"

const ROOT = fileURLToPath(new URL("..", import.meta.url))
const FOLDERS = {
  unit: "unit-tests",
  modules: "integration-tests/modules",
  redis: "integration-tests/redis",
  workflows: "integration-tests/workflows",
  http: "integration-tests/http",
  browser: "integration-tests/browser",
}
/**
 * A store that a test file has booted stays in memory after it, some 200 MB each. In one process the
 * last files of many would do little else than collect garbage.
 */
const SHARDS = { modules: 4, http: 6 }
/** What kills servers, or looks at pages as fast as a person would, gets the machine for itself. */
const ALONE = ["redis", "browser"]
/** How many processes test at once: each has a database server's work beside its own. */
const LANES = Math.min(2, availableParallelism())
const SUITES = Object.keys(FOLDERS).filter((suite) => existsSync(join(ROOT, FOLDERS[suite])))

const args = process.argv.slice(2).filter((arg) => arg !== "--no-build")
const build = args.length === process.argv.length - 2
const asked = SUITES.includes(args[0]) ? args.shift() : undefined
const redis = [undefined, "redis"].includes(asked) ? await redisFromEnvOrStart() : undefined
const chromium = [undefined, "browser"].includes(asked) ? findChromium() : undefined
const missing = {
  ...(!redis && { redis: "there is no `redis-server` and no REDIS_URL" }),
  ...(!chromium && { browser: "there is no Chromium" }),
}
const suites = asked ? [asked] : SUITES.filter((suite) => !missing[suite])
const needsStore = suites.some((suite) => suite !== "unit")

if (missing[asked]) {
  console.error(`No test ran: ${missing[asked]}.`)
  process.exit(1)
}

const children = new Set()
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    children.forEach((child) => child.kill(signal))
    process.exit(1)
  })
}

const folder = mkdtempSync(join(tmpdir(), "stockroom-tests-"))
process.on("exit", () => rmSync(folder, { recursive: true, force: true }))

if (build && needsStore && (await run("medusa", ["plugin:build"])) !== 0) {
  console.error("The plugin does not build, so no test ran.")
  process.exit(1)
}

const postgres = needsStore ? await postgresFromEnvOrStart() : undefined
/** What the databases of this run that others are copied from begin with (integration-tests/test-store.ts). */
const templates = `stockroom_template_${randomBytes(4).toString("hex")}`
const totals = { passed: 0, failed: 0 }
const sums = new Map(suites.map((suite) => [suite, { passed: 0, failed: 0, skipped: 0 }]))
await runJobs(
  suites.filter((suite) => !ALONE.includes(suite)),
  LANES
)
await runJobs(
  suites.filter((suite) => ALONE.includes(suite)),
  1
)
const lines = suites.map((suite) => {
  const { passed, failed, skipped } = sums.get(suite)
  totals.passed += passed
  totals.failed += failed
  return `${suite}: ${passed} passed, ${failed} failed, ${skipped} skipped`
})
await dropTemplates()
await postgres?.stop()
await redis?.stop()
if (!asked) {
  lines.push(...Object.entries(missing).map(([suite, why]) => `${suite}: not run, ${why}`))
}

const nothingRan = totals.passed + totals.failed === 0
console.log(`\n${lines.join("\n")}${nothingRan ? "\nNo test matches." : ""}`)
console.log(`\n${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed || nothingRan ? 1 : 0)

/** Runs the shards of suites, so many at once, the first ones first. */
async function runJobs(suites, lanes) {
  const jobs = suites.flatMap((suite) => {
    const shards = args.length ? 1 : (SHARDS[suite] ?? 1)
    return Array.from({ length: shards }, (_, index) => [suite, `${index + 1}/${shards}`])
  })
  const lane = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      const [suite, shard] = job
      const start = Date.now()
      const result = await runShard(suite, shard)
      const sum = sums.get(suite)
      for (const what of Object.keys(sum)) sum[what] += result[what]
      const seconds = Math.round((Date.now() - start) / 1_000)
      console.log(`\n# ${suite} ${shard}: ${seconds} s, ${result.failed} failed\n`)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

async function runShard(suite, shard) {
  const report = join(folder, `${suite}-${shard.replace("/", "-")}.json`)
  const status = await run(
    "jest",
    [
      ...["--selectProjects", suite, "--runInBand", "--forceExit", "--passWithNoTests"],
      ...["--shard", shard, "--json", "--outputFile", report],
      ...args.map((arg) => withinSuite(suite, arg, args)),
    ],
    {
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --experimental-vm-modules --no-warnings`,
      ...(postgres && { ...testRunnerEnv(postgres), STOCKROOM_TEMPLATES: templates }),
      ...(suite === "redis" && { REDIS_URL: redis.url }),
      ...(suite === "browser" && { CHROMIUM_PATH: chromium }),
    }
  )
  return { ...count(report), ...(status !== 0 && !existsSync(report) && { failed: 1 }) }
}

async function dropTemplates() {
  if (!postgres) return
  const client = new Client({ connectionString: postgres.url("postgres") })
  await client.connect()
  const { rows } = await client.query(
    "select datname from pg_database where starts_with(datname, $1)",
    [templates]
  )
  for (const { datname } of rows) await client.query(`drop database "${datname}"`)
  await client.end()
}

/** A part of a path is looked for below the suite's folder, not in where the project happens to lie. */
function withinSuite(suite, arg, all) {
  const isPath = arg === all[0] && !arg.startsWith("-")
  return isPath ? `${FOLDERS[suite]}/.*(${arg})` : arg
}

/** A file that could not be run at all has no failed test, so it counts as one. */
function count(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0, skipped: 0 }
  const result = JSON.parse(readFileSync(report, "utf8"))
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  }
}

/** Jest's `--json` prints the report on stdout too, where nobody wants it. */
async function run(command, commandArgs, env = {}) {
  const stdout = command === "jest" ? "ignore" : "inherit"
  const child = spawn(join(ROOT, "node_modules", ".bin", command), commandArgs, {
    cwd: ROOT,
    env: { MEDUSA_DISABLE_TELEMETRY: "true", LOG_LEVEL: "error", ...process.env, ...env },
    stdio: ["ignore", stdout, "inherit"],
  })
  children.add(child)
  const [status] = await once(child, "exit")
  children.delete(child)
  return status ?? 1
}
