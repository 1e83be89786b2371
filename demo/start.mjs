/**
 * Opens the demo store. See demo/README.md.
 *
 *     npm run demo                      builds and fills what is missing, and starts the store
 *     npm run demo -- --prepare-only    builds and fills what is missing, and ends
 */
import { buildDashboard, buildPlugin, schemaFingerprint } from "./lib/builds.mjs"
import { medusa, stopCommands } from "./lib/commands.mjs"
import { deleteDatabase, openDatabase } from "./lib/database.mjs"
import { LOG } from "./lib/places.mjs"
import { say, step } from "./lib/say.mjs"
import { claimData, readState, releaseData, remember } from "./lib/state.mjs"
import { HOST, lastLines, startStore } from "./lib/store.mjs"
import { serveStorefront } from "./lib/storefront.mjs"
import { LOGIN, printWelcome } from "./lib/welcome.mjs"
import { seedStore } from "./seed/seed.mjs"

/** What has to be closed, last opened first. */
const open = []
let closing
let welcomed = false

// `disconnect`: a program that started the demo as its child (the browser tests do) takes it along.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) {
  process.on(signal, () => {
    if (closing) return
    say("\nStopping …")
    stopCommands()
    close().then(() => {
      say(welcomed ? "Stopped. The data is kept for the next start." : "Stopped half-way.")
      // Ctrl-C is how an open shop is closed, but to whoever waits for its preparation it is a failure.
      process.exit(welcomed ? 0 : 130)
    })
  })
}

try {
  await main()
} catch (error) {
  // While closing, everything that was under way fails; that is not news.
  if (!closing) {
    say(`\n${error.message}`)
    stopCommands()
    await close()
    process.exit(1)
  }
}

async function main() {
  claimData()
  open.push(releaseData)
  startOverIfHalfSeeded()
  await buildPlugin()

  const database = await openDatabase()
  open.push(database.stop)

  // The dashboard takes a minute to build and needs no database, so both are done at once.
  await Promise.all([buildDashboard(), prepareDatabase(database)])
  if (process.argv.includes("--prepare-only")) {
    await close()
    say("The demo is prepared. Start it with: npm run demo")
    return
  }

  const store = await step("Starting the store", () =>
    startStore({ databaseUrl: database.url, dashboard: true })
  )
  open.push(store.stop)
  const { keys } = readState()
  open.push(
    await serveStorefront({ url: store.storefront, store: store.url, key: keys.web, host: HOST })
  )
  printWelcome(store, keys, LOG)
  welcomed = true
  process.send?.({ url: store.url, storefront: store.storefront })

  await store.ended
  if (!closing) throw new Error(`The store ended by itself. Its last lines:\n${lastLines()}`)
}

async function prepareDatabase({ url }) {
  const schema = schemaFingerprint()
  if (readState().schema !== schema) {
    const env = { DATABASE_URL: url, NODE_ENV: "production" }
    await step("Migrating the database", () =>
      medusa("medusa db:migrate", ["db:migrate", "--execute-all-links"], env)
    )
    remember({ schema })
  }
  if (readState().seed !== "finished") await fill(url)
}

/** Trades a month's worth through a store of its own, without the dashboard that is being built. */
async function fill(databaseUrl) {
  remember({ seed: "started" })
  await step("Creating the admin user", () =>
    medusa("medusa user", ["user", "-e", LOGIN.email, "-p", LOGIN.password], {
      DATABASE_URL: databaseUrl,
      NODE_ENV: "production",
    })
  )
  await step("Filling the store", async () => {
    const store = await startStore({ databaseUrl, dashboard: false })
    open.push(store.stop)
    const { keys } = await seedStore({ url: store.url, login: LOGIN, say })
    await store.stop()
    remember({ seed: "finished", keys })
  })
}

/** A seed that was cut short cannot be taken up again: its steps build on each other's ids. */
function startOverIfHalfSeeded() {
  if (readState().seed !== "started") return
  if (process.env.DEMO_DATABASE_URL) {
    throw new Error(
      "The last start was cut short while it filled the database. Empty that database, run " +
        "npm run demo:reset, and start again."
    )
  }
  say("The last start was cut short while it filled the store: starting over.")
  deleteDatabase()
  remember({ seed: undefined, schema: undefined })
}

function close() {
  closing ??= (async () => {
    while (open.length) await open.pop()()
  })()
  return closing
}
