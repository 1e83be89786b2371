import { createHash } from "node:crypto"
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { medusa, npmRun } from "./commands.mjs"
import { BUILT_PLUGIN, BUILT_STORE, DEMO, MEDUSA_VERSION, ROOT } from "./places.mjs"
import { step } from "./say.mjs"

/** Builds the plugin if it was not, or if a source is newer than what was built. */
export async function buildPlugin() {
  const sources = [join(ROOT, "src"), join(ROOT, "tsconfig.json")].flatMap(withFolders)
  const built = filesOf(join(BUILT_PLUGIN, "src"))
  const newest = Math.max(...sources.map(changedAt))
  if (built.length && newest <= Math.min(...built.map(changedAt))) return
  await step("Building the plugin", () => npmRun("build"))
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
  return withFolders(folder).filter((path) => statSync(path).isFile())
}

/** A folder's own time tells that something in it was deleted. */
function withFolders(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return [path, ...readdirSync(path).flatMap((name) => withFolders(join(path, name)))]
}

function changedAt(path) {
  return statSync(path).mtimeMs
}
