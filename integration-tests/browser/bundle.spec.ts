import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"

/**
 * What the plugin brings into a merchant's dashboard: its pages, and nothing that the dashboard has
 * itself. Two copies of React, or of a library that keeps a context, would not know of each other.
 */
const ROOT = join(__dirname, "..", "..")
const PLUGIN = join(ROOT, ".medusa", "server", "src", "admin")
const DASHBOARD = join(ROOT, "demo", ".medusa", "server", "public", "admin", "assets")

/** Without what the plugin shares with the dashboard. Grows with its pages, not with a library. */
const LARGEST_KB = 1_100

const SHARED = [
  "@medusajs/admin-sdk",
  "@medusajs/icons",
  "@medusajs/js-sdk",
  "@medusajs/ui",
  "@tanstack/react-query",
  "react",
  "react-i18next",
  "react-router-dom",
  "react/jsx-runtime",
]
/** What comes with the plugin, and is built in with its pages. */
const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"))

/** An error that each library words once, in its code for developers and for production. */
const MARKS = {
  React: "takes an object of state variables to update or a function",
  "react-query": "No QueryClient set, use QueryClientProvider to set one",
  "the router": "You cannot render a <Router> inside another <Router>",
  "react-i18next": "It seems you are still using the old wait option",
}

const plugin = readdirSync(PLUGIN, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".mjs"))
  .map((name) => readFileSync(join(PLUGIN, name), "utf8"))
  .join("\n")

test("the plugin's bundle imports what the dashboard has, and its own dependencies", () => {
  const imported = [...plugin.matchAll(/^import\b[^"]*"([^"]+)"/gm)]
  const names = [...new Set(imported.map(([, name]) => name))].filter((name) => name[0] !== ".")
  expect(names).toEqual(expect.arrayContaining(["@medusajs/ui", "@tanstack/react-query", "react"]))
  const known = [...SHARED, ...Object.keys(dependencies)]
  expect(names.filter((name) => !known.includes(name))).toEqual([])
})

test("the plugin's bundle is where the dashboard's build looks for the classes that it styles", () => {
  const files = readdirSync(PLUGIN, { recursive: true, encoding: "utf8" })
  expect(files.filter((name) => !/\.(js|mjs)$/.test(name))).toEqual([])
})

test(`the plugin's bundle is smaller than ${LARGEST_KB} kB`, () => {
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} kB`
  process.stderr.write(
    `The plugin's pages: ${kilobytes(plugin.length)}, ${kilobytes(gzipSync(plugin).length)} zipped\n`
  )
  expect(plugin.length).toBeLessThan(LARGEST_KB * 1024)
})

test.each(Object.entries(MARKS))("the plugin's bundle has no copy of %s", (_, mark) => {
  expect(copies(plugin, mark)).toBe(0)
})

describe("the dashboard as the merchant builds it", () => {
  const scripts = readdirSync(DASHBOARD)
    .filter((name) => name.endsWith(".js"))
    .map((name) => readFileSync(join(DASHBOARD, name), "utf8"))

  test("has the plugin's pages", () => {
    expect(scripts.some((script) => script.includes("/inventory/history"))).toBe(true)
  })

  test("styles what only the plugin uses", () => {
    const styles = readdirSync(DASHBOARD)
      .filter((name) => name.endsWith(".css"))
      .map((name) => readFileSync(join(DASHBOARD, name), "utf8"))
    expect(plugin).toContain("decoration-dotted")
    expect(styles.join("")).toContain(".decoration-dotted")
  })

  test.each(Object.entries(MARKS))("has one copy of %s", (_, mark) => {
    expect(scripts.reduce((sum, script) => sum + copies(script, mark), 0)).toBe(1)
  })
})

function copies(script: string, mark: string): number {
  return script.split(mark).length - 1
}
