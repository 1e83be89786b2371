import { createRequire } from "node:module"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"

/** Where the demo's things are. */
export const DEMO = fileURLToPath(new URL("..", import.meta.url))
export const ROOT = dirname(DEMO)
export const DATA = resolve(process.env.DEMO_DATA ?? join(DEMO, ".demo-data"))
export const STATE = join(DATA, "state.json")
export const RUNNING = join(DATA, "running.json")
export const STOREFRONT = join(DEMO, "storefront")
export const LOG = join(DATA, "store.log")

/** The built store: its config as JavaScript and, under `public/admin`, the dashboard. */
export const BUILT_STORE = join(DEMO, ".medusa", "server")
export const BUILT_PLUGIN = join(ROOT, ".medusa", "server")

const require = createRequire(import.meta.url)
export const MEDUSA_CLI = join(dirname(require.resolve("@medusajs/cli/package.json")), "cli.js")
export const MEDUSA_VERSION = require("@medusajs/medusa/package.json").version
