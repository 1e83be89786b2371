/**
 * The browser of the suite `browser`. It is not on npm; on Debian and Ubuntu it is the package `chromium`.
 *
 * @returns {string | undefined} the program that CHROMIUM_PATH names, else Debian's, else the first
 *   `chromium` on PATH; undefined where there is none
 */
import { accessSync, constants } from "node:fs"
import { delimiter, join } from "node:path"

export function findChromium() {
  const { CHROMIUM_PATH, PATH = "" } = process.env
  if (CHROMIUM_PATH) {
    if (isProgram(CHROMIUM_PATH)) return CHROMIUM_PATH
    throw new Error(`CHROMIUM_PATH names ${CHROMIUM_PATH}, which is no program.`)
  }
  const onPath = PATH.split(delimiter).map((folder) => join(folder, "chromium"))
  return ["/usr/bin/chromium", ...onPath].find(isProgram)
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
