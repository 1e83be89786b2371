import { readFileSync } from "node:fs"
import { join } from "node:path"

import { withStockroom } from "../../src/config"
import { optionsSchema, parseOptions } from "../../src/providers/locking/options"

const PAGE = readFileSync(join(__dirname, "..", "..", "docs", "locking.md"), "utf8")

interface Entry {
  resolve: string
  options?: { providers: { resolve: string; is_default: boolean; options: object }[] }
}

/** What an example of the page makes of a configuration. */
function run(example: string): { modules: Entry[] } {
  const code = example.startsWith("modules:") ? `({ ${example} })` : example
  const environment = { env: { REDIS_URL: "redis://localhost:6379" } }
  return new Function("withStockroom", "config", "process", `return ${code}`)(
    withStockroom,
    { modules: [] },
    environment
  )
}

describe("docs/locking.md", () => {
  const examples = [...PAGE.matchAll(/```ts\n([^]*?)```/g)].map(([, code]) => code.trim())

  it("has an example for each back end, and one without the helper", () => {
    const backEnds = examples.map((example) => {
      const { modules } = run(example)
      const locking = modules.find(({ resolve }) => resolve === "@medusajs/medusa/locking")
      const [provider] = locking?.options?.providers ?? []
      expect(modules[0].resolve).toBe("medusa-stockroom/modules/inventory")
      expect(provider).toMatchObject({
        resolve: "medusa-stockroom/providers/locking",
        is_default: true,
      })
      return parseOptions(provider.options).backend
    })

    expect(backEnds).toEqual(["in-memory", "postgres", "redis", "redis"])
  })

  it("names every option, and no other", () => {
    const rows = [...PAGE.matchAll(/^\| `(\w+)` /gm)].map(([, name]) => name)
    const [, , redis] = optionsSchema.options

    expect(rows.sort()).toEqual(Object.keys(redis.shape).sort())
  })
})
