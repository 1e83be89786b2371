import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { client } from "../http/client"
import type { Http } from "../http/shop"
import { createDatabase } from "../modules/databases"
import { runMedusa, type ServerProcess, startProcess } from "../processes"

const APP = join(__dirname, "..", "app-servers")
const LOGIN = { email: "admin@stockroom.test", password: "supersecret" }

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
  await runMedusa(APP, ["db:migrate", "--execute-all-links"], env)
  await runMedusa(APP, ["user", "-e", LOGIN.email, "-p", LOGIN.password], env)
  const processes: ServerProcess[] = []
  const all = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const server = await startProcess(APP, env, join(folder, `server-${index}.log`))
      processes.push(server)
      return { api: client(server.url), kill: server.kill }
    })
  )
  const { data } = await all[0].api.post("/auth/user/emailpass", LOGIN, {})
  return {
    all,
    api: inTurn(all.map(({ api }) => api)),
    headers: { authorization: `Bearer ${data.token}` },
    async stop() {
      for (const { kill } of processes) await kill()
      rmSync(folder, { recursive: true, force: true })
      await database.drop()
    },
  }
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
