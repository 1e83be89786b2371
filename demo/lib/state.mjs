import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { DATA, RUNNING, STATE } from "./places.mjs"

/**
 * What the demo remembers between runs.
 *
 * @typedef {object} State
 * @property {string} [databaseFolder] where Postgres keeps its files, if it is the demo's own
 * @property {string} [schema] fingerprint of the migrations that the database has run
 * @property {"started" | "finished"} [seed]
 * @property {{ web: string, stores: string }} [keys] publishable keys
 */

/** @returns {State} */
export function readState() {
  return existsSync(STATE) ? JSON.parse(readFileSync(STATE, "utf8")) : {}
}

/** @param {State} changes */
export function remember(changes) {
  mkdirSync(DATA, { recursive: true })
  // Written beside and moved, so that a crash never leaves half a file.
  writeFileSync(`${STATE}.new`, JSON.stringify({ ...readState(), ...changes }, null, 2))
  renameSync(`${STATE}.new`, STATE)
}

/** The process that has the demo's data open, if there is one. */
export function runningDemo() {
  if (!existsSync(RUNNING)) return undefined
  const { pid } = JSON.parse(readFileSync(RUNNING, "utf8"))
  return pid !== process.pid && isAlive(pid) ? pid : undefined
}

export function claimData() {
  const pid = runningDemo()
  if (pid) {
    throw new Error(
      `The demo is running already (process ${pid}). Stop it there with Ctrl-C.\n` +
        `If that process is something else, delete ${RUNNING}.`
    )
  }
  mkdirSync(DATA, { recursive: true })
  writeFileSync(RUNNING, JSON.stringify({ pid: process.pid }))
}

export function releaseData() {
  rmSync(RUNNING, { force: true })
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === "EPERM"
  }
}
