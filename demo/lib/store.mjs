import { spawn } from "node:child_process"
import { once } from "node:events"
import { closeSync, openSync, readFileSync } from "node:fs"
import { connect } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import { MEDUSA_ENV } from "./commands.mjs"
import { BUILT_STORE, DEMO, LOG, MEDUSA_CLI } from "./places.mjs"

/** The store sees only who uses this computer, because everybody knows its password. */
export const HOST = process.env.DEMO_HOST ?? "localhost"
const FIRST_PORT = 9000
/** The storefront is beside its store: 8000 of 9000, 8001 of 9001. */
const TO_STOREFRONT = -1000
const START_SECONDS = 180
const STOP_SECONDS = 10

/** Medusa stops when asked to by a signal; this asks it when the demo itself is gone. */
const END_WITH_PARENT =
  "data:text/javascript,process.on('disconnect',()=>process.kill(process.pid,'SIGTERM'))"

/**
 * Starts Medusa and waits until it answers.
 *
 * @param {object} options
 * @param {string} options.databaseUrl
 * @param {boolean} options.dashboard serve the dashboard, which has to be built; without it the
 *   store starts from its sources
 * @returns {Promise<{ url: string, storefront: string, ended: Promise<unknown>, stop: () => Promise<void> }>}
 *   `storefront` is the address that the store expects its storefront to have
 */
export async function startStore({ databaseUrl, dashboard }) {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const storefront = `http://localhost:${port + TO_STOREFRONT}`
  const log = openSync(LOG, "w")
  const args = ["--import", END_WITH_PARENT, MEDUSA_CLI, "start", "--port", port, "--host", HOST]
  const child = spawn(process.execPath, args.map(String), {
    cwd: dashboard ? BUILT_STORE : DEMO,
    env: {
      ...process.env,
      ...MEDUSA_ENV,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      DEMO_URL: url,
      DEMO_STOREFRONT_URL: storefront,
      ...(dashboard ? {} : { DEMO_WITHOUT_DASHBOARD: "true" }),
    },
    stdio: ["ignore", log, log, "ipc"],
    // Ctrl-C in the terminal must not reach Medusa twice, by the terminal and by us.
    detached: true,
  })
  closeSync(log)
  const ended = once(child, "exit")
  const stop = () => stopStore(child, ended)

  for (const deadline = Date.now() + START_SECONDS * 1000; !(await answers(url));) {
    const hasEnded = child.exitCode !== null || child.signalCode !== null
    if (hasEnded || Date.now() > deadline) {
      await stop()
      const reason = hasEnded ? "ended at once" : `did not answer in ${START_SECONDS} s`
      throw new Error(`The store ${reason}. Its last lines (all of them: ${LOG}):\n${lastLines()}`)
    }
    await sleep(100)
  }
  return { url, storefront, ended, stop }
}

export function lastLines() {
  return readFileSync(LOG, "utf8").trim().split("\n").slice(-20).join("\n")
}

async function stopStore(child, ended) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill("SIGTERM")
  // A browser that keeps its connection open would make Medusa wait for it for ever.
  const patience = sleep(STOP_SECONDS * 1000, true, { ref: false })
  const late = await Promise.race([patience, ended.then(() => false)])
  if (late) child.kill("SIGKILL")
  await ended
}

async function freePort() {
  for (let port = FIRST_PORT; port < FIRST_PORT + 100; port += 1) {
    if (!(await isTaken(port)) && !(await isTaken(port + TO_STOREFRONT))) return port
  }
  throw new Error(`The ports ${FIRST_PORT} to ${FIRST_PORT + 99} are all taken.`)
}

async function isTaken(port) {
  const socket = connect(port, "localhost")
  try {
    await once(socket, "connect")
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

async function answers(url) {
  try {
    return (await fetch(`${url}/health`)).ok
  } catch {
    return false
  }
}
