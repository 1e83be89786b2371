import { type ChildProcess, spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

import { client } from "../http/client"
import type { Http } from "../http/shop"
import { createDatabase } from "../modules/databases"

const ROOT = join(__dirname, "..", "..")
const APP = join(__dirname, "..", "app-servers")
const MEDUSA = join(ROOT, "node_modules", ".bin", "medusa")
const LOGIN = { email: "admin@stockroom.test", password: "supersecret" }
const START_MS = 180_000

/** Stops with the test, however that one ends. */
const END_WITH_PARENT =
  "data:text/javascript,process.on('disconnect',()=>process.kill(process.pid,'SIGTERM'))"

export interface Server {
  api: Http
  /** As the machine does it when it fails: at once, whatever is under way. */
  kill(): Promise<void>
}

export interface Servers {
  all: Server[]
  /** Asks the servers in turn, as a load balancer does. */
  api: Http
  /** Headers of an admin who is logged in. */
  headers: { authorization: string }
  stop(): Promise<void>
}

/** Several servers of one store, sharing a database and Redis, each a process of its own. */
export async function startServers(count: number): Promise<Servers> {
  const database = await createDatabase()
  const folder = mkdtempSync(join(tmpdir(), "stockroom-servers-"))
  const env = {
    ...process.env,
    NODE_OPTIONS: "",
    NODE_ENV: "production",
    MEDUSA_DISABLE_TELEMETRY: "true",
    LOG_LEVEL: "error",
    DATABASE_URL: database.url,
    REDIS_PREFIX: `${randomBytes(4).toString("hex")}:`,
  }
  await run(["db:migrate", "--execute-all-links"], env)
  await run(["user", "-e", LOGIN.email, "-p", LOGIN.password], env)
  const children: ChildProcess[] = []
  const all = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const port = await freePort()
      const log = join(folder, `server-${index}.log`)
      const output = openSync(log, "w")
      const child = spawn(
        process.execPath,
        ["--import", END_WITH_PARENT, MEDUSA, "start", "--port", String(port)],
        { cwd: APP, env, stdio: ["ignore", output, output, "ipc"] }
      )
      closeSync(output)
      children.push(child)
      const url = `http://localhost:${port}`
      await untilUp(url, child, log)
      return {
        api: client(url),
        async kill() {
          child.kill("SIGKILL")
          await once(child, "exit")
        },
      }
    })
  )
  const { data } = await all[0].api.post("/auth/user/emailpass", LOGIN, {})
  return {
    all,
    api: inTurn(all.map(({ api }) => api)),
    headers: { authorization: `Bearer ${data.token}` },
    async stop() {
      for (const child of children.filter((one) => one.exitCode === null && !one.killed)) {
        child.kill("SIGKILL")
        await once(child, "exit")
      }
      rmSync(folder, { recursive: true, force: true })
      await database.drop()
    },
  }
}

async function untilUp(url: string, child: ChildProcess, log: string): Promise<void> {
  for (const end = Date.now() + START_MS; Date.now() < end; await sleep(200)) {
    const health = await fetch(`${url}/health`).catch(() => undefined)
    if (health?.ok) return
    if (child.exitCode !== null) break
  }
  throw new Error(`A server did not start:\n${readFileSync(log, "utf8").slice(-4_000)}`)
}

async function run(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(MEDUSA, args, { cwd: APP, env, stdio: ["ignore", "ignore", "inherit"] })
  const [status] = await once(child, "exit")
  if (status !== 0) throw new Error(`medusa ${args.join(" ")} ended with ${status}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "localhost")
  await once(server, "listening")
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, "close")
  return port
}

function inTurn(clients: Http[]): Http {
  let calls = 0
  const next = () => clients[calls++ % clients.length]
  return {
    get: (path, options) => next().get(path, options),
    post: (path, body, options) => next().post(path, body, options),
    delete: (path, options) => next().delete(path, options),
  }
}
