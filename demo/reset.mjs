/** Deletes the demo's data, so that the next `npm run demo` starts with a new store. */
import { existsSync, rmSync } from "node:fs"
import { deleteDatabase } from "./lib/database.mjs"
import { DATA } from "./lib/places.mjs"
import { runningDemo } from "./lib/state.mjs"

const pid = runningDemo()
if (pid) {
  console.error(`The demo is running (process ${pid}). Stop it there with Ctrl-C first.`)
  process.exit(1)
}

if (existsSync(DATA)) {
  deleteDatabase()
  rmSync(DATA, { recursive: true, force: true })
  console.log(`Deleted the demo's data (${DATA}).`)
  if (process.env.DEMO_DATABASE_URL) {
    console.log("The database of DEMO_DATABASE_URL was left as it is: empty it yourself.")
  }
} else {
  console.log("There is no demo data to delete.")
}
