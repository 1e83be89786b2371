import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"

import { orderQuery, STOCK_QUERIES } from "../../src/admin/lib/medusa-queries"

/** The dashboard that is installed, with the keys under which its pages keep what they read. */
const HOOKS = join(
  __dirname,
  ...["..", "..", "node_modules", "@medusajs", "dashboard", "src", "hooks", "api"]
)
const KEYS = readdirSync(HOOKS)
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(HOOKS, file), "utf8"))
  .flatMap((source) => [...source.matchAll(/_QUERY_KEY\w* = "(\w+)"/g)].map(([, key]) => key))

describe("what Medusa's pages keep", () => {
  it.each(STOCK_QUERIES)("%s is one of the installed dashboard's keys", (key) => {
    expect(KEYS).toContain(key)
  })

  it("an order's stock is kept beside Medusa's own of the order", () => {
    expect(orderQuery("order_1", "stock")).toEqual([
      "orders",
      "detail",
      "order_1",
      "stockroom",
      "stock",
    ])
  })
})
