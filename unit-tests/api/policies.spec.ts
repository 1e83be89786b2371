import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

import { adminRoutes, MEDUSAS, STOCKROOMS } from "../../integration-tests/http/admin-routes"
import { policyRoutes } from "../../src/api/utils/policies"

const ROOT = join(__dirname, "..", "..")

interface Policy {
  resource: string
  operation: string | string[]
}

/** What a route carries: `GET inventory_level:read`. */
function carried(route: string): string[] {
  const [method, path] = route.split(" ")
  return policyRoutes
    .filter(
      ({ methods, matcher }) =>
        (methods as string[] | undefined)?.includes(method) &&
        new RegExp(`^${String(matcher).replace("*", ".+")}$`).test(`/admin${path}`)
    )
    .flatMap(({ policies = [] }) => policies as Policy[])
    .map(({ resource, operation }) => `${resource}:${operation}`)
}

/** What the routes of an area of Medusa's own carry. */
function medusas(area: string): string[] {
  const exported = Object.values(
    jest.requireActual(join(MEDUSAS, area, "middlewares.js")) as object
  ) as { policies?: Policy[] }[][]
  return exported
    .flat()
    .flatMap(({ policies = [] }) => policies)
    .flatMap(({ resource, operation }) => [operation].flat().map((one) => `${resource}:${one}`))
}

describe("the policies of routes", () => {
  it("are on every admin route, once", () => {
    const routes = adminRoutes(STOCKROOMS)
    expect(routes.length).toBeGreaterThan(0)
    expect(routes.filter((route) => carried(route).length !== 1)).toEqual([])
  })

  it.each([
    ["GET /stockroom/history", "inventory_level:read"],
    ["POST /stockroom/transfers/:id/receive", "inventory_level:update"],
    ["POST /stockroom/allocations/preview", "inventory_level:read"],
    ["POST /stockroom/locations/:id", "stock_location:update"],
    ["POST /stockroom/orders/:id/settle", "order:update"],
    ["POST /stockroom/grants/:user_id", "user:update"],
  ])("say of %s what it is about: %s", (route, policy) => {
    expect(carried(route)).toEqual([policy])
  })

  it("are called as Medusa's own routes call theirs", () => {
    const areas = ["inventory-items", "orders", "returns", "stock-locations", "users"]
    const known = areas.flatMap(medusas)
    const ours = policyRoutes.flatMap(({ policies = [] }) => policies as Policy[])
    const unknown = ours
      .map(({ resource, operation }) => `${resource}:${operation}`)
      .filter((one) => !known.includes(one))
    expect([...new Set(unknown)]).toEqual([])
  })

  it("are data only: nothing in the plugin calls what checks them, or switches that on", () => {
    const source = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(join(ROOT, "src", file), "utf8"))
    expect(source.length).toBeGreaterThan(0)
    const used = /\brbac\b|definePolicies|PolicyOperation|hasPermission|wrapWithPoliciesCheck/i
    expect(source.filter((text) => used.test(text))).toEqual([])
    expect(readFileSync(join(ROOT, "package.json"), "utf8")).not.toMatch(/rbac/i)
  })
})
