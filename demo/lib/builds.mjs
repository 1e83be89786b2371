import { createHash } from "node:crypto"
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs"
import { basename, join, relative } from "node:path"
import { medusa, npmRun } from "./commands.mjs"
import { BUILT_PLUGIN, BUILT_STORE, DEMO, MEDUSA_VERSION, ROOT } from "./places.mjs"
import { step } from "./say.mjs"

/** Medusa writes this file into the sources with every build. */
const GENERATED = "__admin-extensions__.js"

/** Builds the plugin if it was not, or if its sources are not those that it was built from. */
export async function buildPlugin() {
  const sources = filesOf(join(ROOT, "src")).filter((file) => basename(file) !== GENERATED)
  const built = filesOf(join(BUILT_PLUGIN, "src"))
  const newest = Math.max(...[...sources, join(ROOT, "tsconfig.json")].map(changedAt))
  const isFresh =
    built.length > 0 &&
    newest <= Math.min(...built.map(changedAt)) &&
    modules(ROOT, sources, ".ts") === modules(BUILT_PLUGIN, built, ".js")
  if (!isFresh) await step("Building the plugin", () => npmRun("build"))
}

/** The server's modules by name, which tells when one was deleted. The dashboard's are one bundle. */
function modules(folder, files, extension) {
  return files
    .map((file) => relative(join(folder, "src"), file))
    .filter((name) => name.endsWith(extension) && !name.endsWith(".d.ts"))
    .filter((name) => !name.startsWith("admin"))
    .map((name) => name.slice(0, -extension.length))
    .sort()
    .join()
}

/**
 * Builds the dashboard with the plugin's pages in it, if anything that goes into it has changed.
 * This is what makes the first start slow: it takes about a minute.
 */
export async function buildDashboard() {
  const files = [
    ...filesOf(join(BUILT_PLUGIN, "src", "admin")),
    ...["medusa-config.ts", "package.json", "tsconfig.json"].map((name) => join(DEMO, name)),
  ]
  const wanted = fingerprint(files)
  const stamp = join(BUILT_STORE, "built-from.txt")
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return
  await step("Building the dashboard", () => medusa("medusa build", ["build", "--no-lint"]))
  // Last, so that a build that was cut short is done again. Medusa deletes the stamp with the rest.
  writeFileSync(stamp, wanted)
}

/** Changes when the database has to be migrated. */
export function schemaFingerprint() {
  const migrations = filesOf(join(BUILT_PLUGIN, "src")).filter((file) =>
    /[\\/](migrations|links)[\\/]/.test(file)
  )
  return fingerprint([...migrations, join(DEMO, "medusa-config.ts")])
}

function fingerprint(files) {
  const hash = createHash("sha256").update(MEDUSA_VERSION)
  for (const file of files.sort()) hash.update(relative(ROOT, file)).update(readFileSync(file))
  return hash.digest("hex").slice(0, 16)
}

function filesOf(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesOf(path) : [path]
  })
}

function changedAt(path) {
  return statSync(path).mtimeMs
}
