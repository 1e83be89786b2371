#!/usr/bin/env node
/**
 * Packs the plugin as npm would publish it and looks at the tarball from outside.
 *
 *     npm run package-check
 *
 * publint: does every path in package.json exist, in the format that it promises?
 * Are The Types Wrong: does TypeScript find the types of every export, and do they tell the truth?
 */
import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const ROOT = fileURLToPath(new URL("..", import.meta.url))

/** Medusa is CommonJS on Node 20, so `node16` it is: TypeScript's older lookup knows no exports map. */
const ATTW_PROFILE = "node16"

const ATTW_ENTRIES_WITHOUT_TYPES = [
  // Read as data, by Medusa and by npm.
  "./package.json",
  // Bundled into the dashboard, whose build reads no types.
  "./admin",
]

/** A Medusa module is the default export of a CommonJS file: Medusa itself reads `.default`. */
const ATTW_IGNORED_RULES = ["cjs-only-exports-default"]

/** The checker does not follow `./modules/*` and `./providers/*` by itself. */
const ATTW_MORE_ENTRIES = ["modules", "providers"].flatMap((folder) =>
  readdirSync(join(ROOT, "src", folder)).map((name) => `./${folder}/${name}`)
)

const folder = mkdtempSync(join(tmpdir(), "stockroom-package-"))
process.on("exit", () => rmSync(folder, { recursive: true, force: true }))

const packed = run("npm", ["pack", "--json", "--pack-destination", folder], "pipe")
const [{ filename, files, size }] = JSON.parse(packed.slice(packed.indexOf("[\n")))
const tarball = join(folder, filename)
console.log(`${filename}: ${files.length} files, ${Math.round(size / 1024)} kB`)

const strays = files.filter(({ path }) => /(__tests__|\.spec\.|\.test\.|\.snapshot-)/.test(path))
if (strays.length) {
  console.error(`Not for publishing:\n  ${strays.map(({ path }) => path).join("\n  ")}`)
  process.exit(1)
}

run("publint", ["--strict", tarball])
run("attw", [
  ...[tarball, "--profile", ATTW_PROFILE, "--no-emoji", "--format", "table-flipped"],
  ...["--exclude-entrypoints", ...ATTW_ENTRIES_WITHOUT_TYPES],
  ...["--ignore-rules", ...ATTW_IGNORED_RULES],
  ...["--include-entrypoints", ...ATTW_MORE_ENTRIES],
])

function run(command, args, stdout = "inherit") {
  const path = command === "npm" ? "npm" : join(ROOT, "node_modules", ".bin", command)
  const result = spawnSync(path, args, {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, MEDUSA_DISABLE_TELEMETRY: "true" },
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", stdout, "inherit"],
  })
  if (result.status !== 0) {
    console.error(result.stdout ?? "", `\n${command} failed.`)
    process.exit(1)
  }
  return result.stdout
}
