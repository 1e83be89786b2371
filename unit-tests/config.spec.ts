import { withStockroom } from "../src/config"

const PLUGIN = { resolve: "medusa-stockroom", options: {} }
const MODULE = { resolve: "medusa-stockroom/modules/inventory", options: { reasons: ["theft"] } }

describe("withStockroom", () => {
  it.each([
    ["none", undefined, [MODULE]],
    ["a list", [{ resolve: "./src/modules/blog" }], [{ resolve: "./src/modules/blog" }, MODULE]],
    ["a map", { blog: { resolve: "./blog" } }, { blog: { resolve: "./blog" }, inventory: MODULE }],
  ])("adds both entries where the modules are %s", (_, modules, expected) => {
    const config = withStockroom({ modules }, { reasons: ["theft"] })

    expect(config.plugins).toEqual([PLUGIN])
    expect(config.modules).toEqual(expected)
  })

  it("keeps everything else", () => {
    const config = withStockroom({ projectConfig: { databaseUrl: "x" }, plugins: ["mine"] })

    expect(config.projectConfig).toEqual({ databaseUrl: "x" })
    expect(config.plugins).toEqual(["mine", PLUGIN])
  })
})
