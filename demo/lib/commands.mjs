import { spawn } from "node:child_process"
import { once } from "node:events"
import { DEMO, MEDUSA_CLI, ROOT } from "./places.mjs"

const running = new Set()

/**
 * Runs a program to its end, quietly: what it wrote is shown only when it fails.
 *
 * @param {string} what it does, for the error
 * @param {string[]} args of Node
 */
async function run(what, args, { cwd, env = {} }) {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // Not in the terminal's process group, so that Ctrl-C reaches it through `stopCommands` only.
    detached: true,
  })
  running.add(child)
  let output = ""
  const keep = (chunk) => (output = (output + chunk).slice(-8_000))
  child.stdout.on("data", keep)
  child.stderr.on("data", keep)

  const [code, signal] = await once(child, "close")
  running.delete(child)
  if (code !== 0) throw new Error(`${what} failed (${signal ?? `exit code ${code}`}):\n${output}`)
}

/** Ends the programs that are still running, with everything that they started. */
export function stopCommands() {
  for (const child of running) {
    try {
      process.kill(-child.pid, "SIGTERM")
    } catch {
      // It ended by itself in the meantime.
    }
  }
}

/** Runs Medusa's command line in the demo's folder, where it reads medusa-config.ts. */
export function medusa(what, args, env) {
  return run(what, [MEDUSA_CLI, ...args], { cwd: DEMO, env: { ...MEDUSA_ENV, ...env } })
}

/** Runs a script of the root's package.json with the npm that runs this one. */
export function npmRun(script) {
  const npm = process.env.npm_execpath
  if (!npm) throw new Error("Start the demo with npm: npm run demo")
  return run(`npm run ${script}`, [npm, "run", script], { cwd: ROOT })
}

export const MEDUSA_ENV = {
  MEDUSA_DISABLE_TELEMETRY: "true",
  // The one TypeScript file is medusa-config.ts. Checking its types takes longer than running it.
  TS_NODE_TRANSPILE_ONLY: "true",
}
