import inventory from "../../../src/modules/inventory"
import { pathOf } from "../../../src/providers/locking/back-ends"
import { requireStockroom } from "../../../src/providers/locking/require-stockroom"

const LINE = '{ resolve: "medusa-stockroom/modules/inventory" }'
const moduleIs = (resolve: unknown) => ({ modules: { inventory: { resolve } } })

describe("requireStockroom", () => {
  it.each([
    ["by its file", require.resolve("../../../src/modules/inventory")],
    ["from the root of the store", "./src/modules/inventory"],
    ["by what it exports", inventory],
  ])("is content with Stockroom's module, named %s", async (_, resolve) => {
    await expect(requireStockroom(moduleIs(resolve))).resolves.toBeUndefined()
  })

  it.each([
    ["Medusa's own module", moduleIs("@medusajs/medusa/inventory")],
    ["Medusa's own module by its package", moduleIs("@medusajs/inventory")],
    ["a module that is switched off", { modules: { inventory: { disable: true } } }],
    ["no module", { modules: {} }],
    ["no configuration", undefined],
  ])("refuses %s, and prints the line that is missing", async (_, config) => {
    await expect(requireStockroom(config)).rejects.toThrow(LINE)
  })

  it("names a module that cannot be found", async () => {
    await expect(requireStockroom(moduleIs("medusa-blog"))).rejects.toThrow("needs medusa-blog")
  })
})

describe("pathOf", () => {
  it("finds what the store has installed", () => {
    expect(pathOf("@medusajs/medusa/locking-redis")).toMatch(/locking-redis\.js$/)
  })

  it("names what it has not, and where that was looked for", () => {
    expect(() => pathOf("@medusajs/medusa/locking-redis", "/")).toThrow(
      "needs @medusajs/medusa/locking-redis, which is not installed in /"
    )
  })
})
