import { withStockroom } from "../src/config"

const PLUGIN = { resolve: "medusa-stockroom", options: {} }
const MODULE = { resolve: "medusa-stockroom/modules/inventory", options: { reasons: ["theft"] } }

describe("withStockroom", () => {
  it.each([
    ["none", undefined, [MODULE]],
    ["a list", [{ resolve: "./src/modules/blog" }], [{ resolve: "./src/modules/blog" }, MODULE]],
    ["a map", { blog: { resolve: "./blog" } }, { blog: { resolve: "./blog" }, inventory: MODULE }],
  ])("adds both entries where the modules are %s", (_, modules, expected) => {
    const config = withStockroom({ modules: modules as never }, { reasons: ["theft"] })

    expect(config.plugins).toEqual([PLUGIN])
    expect(config.modules).toEqual(expected)
  })

  it("keeps everything else", () => {
    const projectConfig = { databaseUrl: "x", http: { storeCors: "", adminCors: "", authCors: "" } }
    const config = withStockroom({ projectConfig, plugins: ["mine"] })

    expect(config.projectConfig).toBe(projectConfig)
    expect(config.plugins).toEqual(["mine", PLUGIN])
  })

  const LOCKING = (options: object) => ({
    resolve: "@medusajs/medusa/locking",
    options: {
      providers: [
        {
          resolve: "medusa-stockroom/providers/locking",
          id: "stockroom",
          is_default: true,
          options,
        },
      ],
    },
  })
  const REDIS = { backend: "redis" as const, redisUrl: "redis://localhost" }

  it.each([
    ["in-memory" as const, { backend: "in-memory" }],
    ["postgres" as const, { backend: "postgres" }],
    [REDIS, REDIS],
  ])("adds the locking provider before %j", (locking, options) => {
    const listed = withStockroom({ modules: [] }, { reasons: ["theft"], locking })
    const mapped = withStockroom({ modules: { blog: true } }, { reasons: ["theft"], locking })

    expect(listed.modules).toEqual([MODULE, LOCKING(options)])
    expect(mapped.modules).toEqual({ blog: true, inventory: MODULE, locking: LOCKING(options) })
  })

  it.each([
    ["a list", [{ resolve: "@medusajs/medusa/locking" }]],
    ["a list, by its package", [{ resolve: "@medusajs/locking", options: {} }]],
    ["a map", { locking: { resolve: "./src/modules/locks" } }],
    ["a map, under another name", { locks: { resolve: "@medusajs/medusa/locking" } }],
  ])("does not put one Locking Module over another: %s", (_, modules) => {
    expect(() => withStockroom({ modules: modules as never }, { locking: "in-memory" })).toThrow(
      "has a Locking Module already"
    )
    expect(() => withStockroom({ modules: modules as never })).not.toThrow()
  })
})
