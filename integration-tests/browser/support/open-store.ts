import { type ChildProcess, spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Client } from "pg"

import { launch } from "./launch"
import { logIn } from "./log-in"

const ROOT = join(__dirname, "..", "..", "..")
const LOGIN = { email: "admin@stockroom.test", password: "stockroom" }

/** What has to be closed after the last file, last opened first. */
const open: (() => Promise<unknown> | void)[] = []

/**
 * Opens the demo store and logs in, once for all files of the suite. Its data is thrown away
 * afterwards; the developer's own demo is left alone. With BROWSER_STORE_URL it is the demo store that
 * runs there (`npm run demo`), which saves the minutes of the start while a test is being written.
 */
export default async function openStore(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "stockroom-browser-"))
  open.push(() => rmSync(folder, { recursive: true, force: true }))
  try {
    process.env.BROWSER_STORE_URL ||= await startDemo(folder)
    process.env.BROWSER_LOGIN = join(folder, "login.json")
    process.env.SCREENSHOTS_FOLDER ||= join(tmpdir(), "stockroom-screenshots")
    mkdirSync(process.env.SCREENSHOTS_FOLDER, { recursive: true })

    const browser = await launch()
    open.push(() => browser.close())
    const context = await browser.newContext({ baseURL: process.env.BROWSER_STORE_URL })
    await logIn(await context.newPage(), LOGIN)
    await context.storageState({ path: process.env.BROWSER_LOGIN })
    await browser.close()
  } catch (error) {
    await closeStore()
    throw error
  }
}

export async function closeStore(): Promise<void> {
  while (open.length) await open.pop()?.()
}

/** The demo's own command, on a new database of the server that DB_HOST and its like name. */
async function startDemo(folder: string): Promise<string> {
  const database = await createDatabase()
  const started = Date.now()
  const {
    // Jest's `test` would build React for developers into the dashboard.
    NODE_ENV: _forJest,
    ...env
  } = process.env
  const demo = spawn(process.execPath, [join(ROOT, "demo", "start.mjs")], {
    cwd: ROOT,
    env: { ...env, DEMO_DATA: folder, DEMO_DATABASE_URL: database, NODE_OPTIONS: "" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  })
  const said = keep(demo)
  const ended = once(demo, "exit")
  open.push(async () => {
    if (demo.connected) demo.disconnect()
    await ended
  })

  const [message] = (await Promise.race([once(demo, "message"), ended])) as [{ url?: string }]
  if (!message?.url) throw new Error(`The demo store did not start:\n${said()}`)
  const seconds = Math.round((Date.now() - started) / 1000)
  process.stderr.write(`The demo store is open at ${message.url} after ${seconds} s\n`)
  return message.url
}

/** The last of what a program has written. */
function keep({ stdout, stderr }: ChildProcess): () => string {
  let output = ""
  const add = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-8_000)
  }
  stdout?.on("data", add)
  stderr?.on("data", add)
  return () => output
}

async function createDatabase(): Promise<string> {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  const login = [DB_USERNAME ?? "postgres", DB_PASSWORD ?? ""].map(encodeURIComponent).join(":")
  const url = (name: string) =>
    `postgres://${login}@${DB_HOST ?? "localhost"}:${DB_PORT ?? 5432}/${name}`
  const name = `stockroom_browser_${process.pid}_${randomBytes(4).toString("hex")}`
  const onServer = async (statement: string) => {
    const client = new Client({ connectionString: url("postgres") })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await onServer(`create database "${name}"`)
  open.push(() => onServer(`drop database if exists "${name}" with (force)`))
  return url(name)
}
