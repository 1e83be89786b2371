import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { closeSync, openSync, readFileSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

const MEDUSA = join(__dirname, "..", "node_modules", ".bin", "medusa")
const START_MS = 180_000

/** Stops with the test, however that one ends. */
const END_WITH_PARENT =
  "data:text/javascript,process.on('disconnect',()=>process.kill(process.pid,'SIGTERM'))"

/** A server of a store that is a process of its own. */
export interface ServerProcess {
  url: string
  /** As the machine does it when it fails: at once, whatever is under way. */
  kill(): Promise<void>
}

/**
 * Starts a server in a store's folder.
 *
 * @param log - the file that it writes to
 * @throws Error with the end of its log when it does not come up
 */
export async function startProcess(
  app: string,
  env: NodeJS.ProcessEnv,
  log: string
): Promise<ServerProcess> {
  const port = await freePort()
  const output = openSync(log, "w")
  const child = spawn(
    process.execPath,
    ["--import", END_WITH_PARENT, MEDUSA, "start", "--port", String(port)],
    { cwd: app, env, stdio: ["ignore", output, output, "ipc"] }
  )
  closeSync(output)
  const url = `http://localhost:${port}`
  await untilUp(url, child, log)
  return {
    url,
    async kill() {
      if (child.exitCode === null && !child.killed) {
        child.kill("SIGKILL")
        await once(child, "exit")
      }
    },
  }
}

/** Runs a command of Medusa's in a store's folder, to its end. */
export async function runMedusa(
  app: string,
  args: string[],
  env: NodeJS.ProcessEnv
): Promise<void> {
  const child = spawn(MEDUSA, args, { cwd: app, env, stdio: ["ignore", "ignore", "inherit"] })
  const [status] = await once(child, "exit")
  if (status !== 0) throw new Error(`medusa ${args.join(" ")} ended with ${status}`)
}

async function untilUp(url: string, child: ChildProcess, log: string): Promise<void> {
  for (const end = Date.now() + START_MS; Date.now() < end; await sleep(200)) {
    const health = await fetch(`${url}/health`).catch(() => undefined)
    if (health?.ok) return
    if (child.exitCode !== null) break
  }
  throw new Error(`A server did not start:\n${readFileSync(log, "utf8").slice(-4_000)}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "localhost")
  await once(server, "listening")
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, "close")
  return port
}
