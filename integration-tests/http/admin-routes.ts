import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, sep } from "node:path"

const ROOT = join(__dirname, "..", "..")

/** Where the routes of Stockroom's Admin API are. */
export const STOCKROOMS = join(ROOT, "src", "api", "admin")
/** Where Medusa's are: a package's own file says where the package is. */
export const MEDUSAS = join(
  dirname(require.resolve("@medusajs/medusa/package.json")),
  ...["dist", "api", "admin"]
)

/** Compiled or not, a route file exports each of its methods by name. */
const METHODS =
  /export(?:s\.|\s+(?:const|async function|function)\s+)(GET|POST|PUT|PATCH|DELETE)\b/g

/** The routes under a folder as `POST /stockroom/transfers/:id`, found by their files as Medusa finds them. */
export function adminRoutes(api: string, folder = ""): string[] {
  return readdirSync(join(api, folder), { recursive: true, encoding: "utf8" })
    .map((file) => join(api, folder, file))
    .filter((file) => /[/\\]route\.[jt]s$/.test(file))
    .flatMap((file) => {
      const path = relative(api, dirname(file))
        .split(sep)
        .map((part) => part.replace(/^\[(.+)\]$/, ":$1"))
        .join("/")
      const methods = readFileSync(file, "utf8").matchAll(METHODS)
      return [...new Set([...methods].map(([, method]) => method))].map(
        (method) => `${method} /${path}`
      )
    })
    .sort()
}

/** The folders of an API that hold a route. */
export function areas(api: string): string[] {
  return readdirSync(api, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => adminRoutes(api, name).length > 0)
    .sort()
}
