#!/usr/bin/env node
/**
 * Adds the platform packages that npm left out of package-lock.json.
 *
 *     npm run lockfile            writes what is missing
 *
 * A package with native parts (rollup, @swc/core, oxc-parser) lists one optional package per
 * platform. When a registry does not hold one of them, `npm install` leaves it out without a word,
 * and from then on `npm ci` refuses the lock file on every machine, also where all of them can be
 * had. An entry is only a name, a version and a platform, and all three are known from the parent.
 * It has no integrity, which npm reads as "not checked".
 */
import { readFileSync, writeFileSync } from "node:fs"

const FILE = new URL("../package-lock.json", import.meta.url)
const OS = ["android", "darwin", "freebsd", "linux", "openbsd", "openharmony", "win32"]
const CPU = ["arm64", "arm", "ia32", "loong64", "ppc64", "riscv64", "s390x", "x64"]

const lock = JSON.parse(readFileSync(FILE, "utf8"))
const added = []

for (const [parent, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const entry = find(parent, name) ? undefined : platformEntry(parent, name, version)
    if (entry) {
      const folder = parent.slice(0, parent.lastIndexOf("node_modules/"))
      lock.packages[`${folder}node_modules/${name}`] = entry
      added.push(`${name}@${version}`)
    }
  }
}

if (added.length) {
  const byPath = ([a], [b]) => a.localeCompare(b, "en")
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(byPath))
  writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`)
}
console.log(added.length ? `Added:\n  ${added.join("\n  ")}` : "The lock file is complete.")

/** The lock file's entry that Node would find for `name` from inside the package `from`. */
function find(from, name) {
  for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf("/node_modules/"))) {
    const entry = lock.packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]
    if (entry || !folder) return entry
    if (!folder.includes("/node_modules/")) folder = "/node_modules/"
  }
}

/** Reads the platform off the name (`@rollup/rollup-linux-arm64-musl`); undefined if it has none. */
function platformEntry(parent, name, version) {
  const words = name.split(/[/-]/)
  const os = OS.find((word) => words.includes(word))
  const cpu = CPU.find((word) => words.includes(word))
  if (!os || !cpu || !/^\d/.test(version)) return undefined
  const libc = name.endsWith("musl") || name.endsWith("musleabihf") ? "musl" : "glibc"
  const { dev, peer, license } = lock.packages[parent]
  return {
    version,
    cpu: [cpu],
    ...(dev && { dev }),
    ...(os === "linux" && /(gnu|musl)/.test(name) && { libc: [libc] }),
    license,
    optional: true,
    os: [os],
    ...(peer && { peer }),
  }
}
