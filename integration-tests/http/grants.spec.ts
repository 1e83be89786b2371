import { join } from "node:path"

import { RIGHTS, type Right } from "../../src/core/grants"
import type { StockroomModuleService } from "../../src/modules/inventory"
import { testStore } from "../test-store"
import { adminRoutes, areas, MEDUSAS, STOCKROOMS } from "./admin-routes"
import { adminOf, type Answer, openShop, type Shop } from "./shop"
import { adminHeaders, BOOT_TIMEOUT } from "./support"

jest.setTimeout(BOOT_TIMEOUT)

const APP_WITH_GRANTS = join(__dirname, "..", "app-with-grants")
const CLERK = "clerk@stockroom.test"

/** Made by the owner before each route is asked. */
interface Given {
  shop: Shop
  movement: string
  /** An item with an empty level in Berlin, and one without a level. */
  empty: string
  unstocked: string
  /** Of 2 WIDGET in Berlin. */
  reservation: string
  /** A location with nothing in it. */
  attic: string
  /** An order in Berlin, and 2 WIDGET that Lyon keeps for it. */
  order: string
  hold: string
  /** 2 PLANK from Berlin to Lyon: not sent yet, and on their way. */
  plank: string
  draft: string
  sent: string
  /** Of one that wants 2 of COUNTED to be damaged: two checked, one of them to be dropped, and one applied. */
  checked: string
  dropped: string
  applied: string
  /** 2 LAMP came back to Berlin. */
  returned: string
  lamp: string
  /** Products with 2 in Berlin of their only variant. */
  spare: Record<"product" | "batch" | "variant" | "variants", Product>
  /** A sales channel that only the attic serves, and the attic's parcels. */
  stall: string
  parcels: string
  /** HONEY is low in Berlin: the rule that says so, and its alert. */
  rule: string
  alert: string
  /** What shoppers are told where something is out of stock. */
  estimate: string
  /** Who waits for something. */
  waiting: string
}

interface Product {
  product: string
  variant: string
  item: string
}

interface GuardedRoute {
  method: "post" | "delete"
  path: (given: Given) => string
  body?: (given: Given) => unknown
  right: Right
  /** The locations for which the right is needed; `all` where only a right for all of them will do. */
  at: ("berlin" | "lyon" | "attic")[] | "all" | "any"
  /** Whether two units are moved, so that a right for one is not enough. */
  moves: boolean
}

const level = ({ shop }: Given) => ({ inventory_item_id: shop.widget, location_id: shop.berlin })
const transferOf = ({ shop, plank }: Pick<Given, "shop" | "plank">) => ({
  origin_id: shop.berlin,
  destination_id: shop.lyon,
  lines: [{ inventory_item_id: plank, quantity: 2 }],
})

type Defaults = "method" | "right" | "at" | "moves"
type Route = Omit<GuardedRoute, Defaults> & Partial<GuardedRoute>

const stock = (route: Route): GuardedRoute => ({
  ...{ method: "post", right: "levels", at: ["berlin"], moves: true },
  ...route,
})
const watch = (route: Route): GuardedRoute => stock({ moves: false, ...route })
const ruleFor = ({ shop }: Given) => ({
  ...{ inventory_item_id: shop.widget, place: "location", location_id: shop.berlin, threshold: 1 },
})
const carry = (route: Route): GuardedRoute => stock({ right: "transfers", ...route })
const place = (route: Route): GuardedRoute => ({
  ...{ method: "post", right: "locations", at: ["attic"], moves: false },
  ...route,
})

/** Every admin route that changes stock or stock locations. */
const ROUTES: Record<string, GuardedRoute> = {
  "POST /stockroom/stock": stock({
    path: () => "/stockroom/stock",
    body: (given) => ({
      changes: [{ op: "adjust", ...level(given), state: "damaged", quantity: 2 }],
    }),
  }),
  "POST /stockroom/movements/:id/undo": stock({
    path: ({ movement }) => `/stockroom/movements/${movement}/undo`,
  }),
  "POST /stockroom/repair": stock({ path: () => "/stockroom/repair", at: "all", moves: false }),
  "POST /stockroom/items/:id/units": stock({
    path: ({ shop }) => `/stockroom/items/${shop.widget}/units`,
    body: () => ({ units: [{ key: "piece", name: "Piece", base: true }] }),
    at: "all",
    moves: false,
  }),
  "POST /stockroom/imports": stock({
    path: () => "/stockroom/imports",
    body: () => ({ file_name: "count.csv", content: "sku,location,damaged\nCOUNTED,Berlin,2" }),
    at: "any",
    moves: false,
  }),
  "POST /stockroom/imports/:id/check": stock({
    path: ({ checked }) => `/stockroom/imports/${checked}/check`,
    at: "any",
    moves: false,
  }),
  "POST /stockroom/imports/:id/apply": stock({
    path: ({ checked }) => `/stockroom/imports/${checked}/apply`,
  }),
  "POST /stockroom/imports/:id/undo": stock({
    path: ({ applied }) => `/stockroom/imports/${applied}/undo`,
  }),
  "DELETE /stockroom/imports/:id": stock({
    method: "delete",
    path: ({ dropped }) => `/stockroom/imports/${dropped}`,
    at: "any",
    moves: false,
  }),
  "POST /stockroom/returns/:id/dispositions": stock({
    path: ({ returned }) => `/stockroom/returns/${returned}/dispositions`,
    body: ({ lamp }) => ({
      dispositions: [
        { inventory_item_id: lamp, quantity: 2, from: "available", to: "quality_control" },
      ],
    }),
  }),
  "POST /stockroom/holds/:id/cover": stock({
    path: ({ hold }) => `/stockroom/holds/${hold}/cover`,
    right: "transfers",
    at: ["berlin", "lyon"],
  }),
  "POST /stockroom/holds/:id/draft-transfer": carry({
    path: ({ hold }) => `/stockroom/holds/${hold}/draft-transfer`,
    at: ["lyon"],
    moves: false,
  }),
  "POST /stockroom/holds/draft-transfer": carry({
    path: () => "/stockroom/holds/draft-transfer",
    body: ({ hold }) => ({ hold_ids: [hold] }),
    at: ["lyon"],
    moves: false,
  }),
  "POST /stockroom/transfers": carry({
    path: () => "/stockroom/transfers",
    body: transferOf,
    moves: false,
  }),
  "POST /stockroom/transfers at once": carry({
    path: () => "/stockroom/transfers",
    body: (given) => ({ ...transferOf(given), at_once: true }),
    at: ["berlin", "lyon"],
  }),
  "POST /stockroom/transfers/:id": carry({
    path: ({ draft }) => `/stockroom/transfers/${draft}`,
    body: () => ({ note: "by noon" }),
    moves: false,
  }),
  "DELETE /stockroom/transfers/:id": carry({
    method: "delete",
    path: ({ draft }) => `/stockroom/transfers/${draft}`,
    moves: false,
  }),
  "POST /stockroom/transfers/:id/items/import": carry({
    path: ({ draft }) => `/stockroom/transfers/${draft}/items/import`,
    body: () => ({ content: "sku,quantity\nPLANK,1" }),
    moves: false,
  }),
  "POST /stockroom/transfers/:id/pending": carry({
    path: ({ draft }) => `/stockroom/transfers/${draft}/pending`,
  }),
  "POST /stockroom/transfers/:id/receive": carry({
    path: ({ sent }) => `/stockroom/transfers/${sent}/receive`,
    body: ({ plank }) => ({ lines: [{ inventory_item_id: plank, accepted: 2 }] }),
    at: ["lyon"],
  }),
  "POST /stockroom/transfers/:id/cancel": carry({
    path: ({ sent }) => `/stockroom/transfers/${sent}/cancel`,
  }),
  "POST /stockroom/transfers/:id/close": carry({
    path: ({ sent }) => `/stockroom/transfers/${sent}/close`,
    at: ["lyon"],
  }),
  "POST /stockroom/transfers/:id/duplicate": carry({
    path: ({ sent }) => `/stockroom/transfers/${sent}/duplicate`,
    moves: false,
  }),
  "POST /stockroom/low-stock/rules": watch({
    path: () => "/stockroom/low-stock/rules",
    body: ruleFor,
  }),
  "POST /stockroom/low-stock/rules/batch": watch({
    path: () => "/stockroom/low-stock/rules/batch",
    body: (given) => ({ upsert: [ruleFor(given)] }),
  }),
  "POST /stockroom/low-stock/rules/import": watch({
    path: () => "/stockroom/low-stock/rules/import",
    body: () => ({ content: "sku,place,location,threshold\nWIDGET,location,Berlin,1" }),
  }),
  "POST /stockroom/low-stock/rules/:id": watch({
    path: ({ rule }) => `/stockroom/low-stock/rules/${rule}`,
    body: () => ({ threshold: 2 }),
  }),
  "DELETE /stockroom/low-stock/rules/:id": watch({
    method: "delete",
    path: ({ rule }) => `/stockroom/low-stock/rules/${rule}`,
  }),
  "POST /stockroom/low-stock/alerts/batch": watch({
    path: () => "/stockroom/low-stock/alerts/batch",
    body: ({ alert }) => ({ ids: [alert], do: "acknowledge" }),
  }),
  "POST /stockroom/low-stock/alerts/:id/acknowledge": watch({
    path: ({ alert }) => `/stockroom/low-stock/alerts/${alert}/acknowledge`,
    body: () => ({}),
  }),
  "POST /stockroom/low-stock/alerts/:id/resolve": watch({
    path: ({ alert }) => `/stockroom/low-stock/alerts/${alert}/resolve`,
    body: () => ({}),
  }),
  "POST /stockroom/low-stock/alerts/:id/mute": watch({
    path: ({ alert }) => `/stockroom/low-stock/alerts/${alert}/mute`,
    body: () => ({ until: "2100-01-01T00:00:00Z" }),
  }),
  "POST /inventory-items": stock({
    path: () => "/inventory-items",
    body: ({ shop }) => ({
      sku: "NEW",
      location_levels: [{ location_id: shop.berlin, stocked_quantity: 2 }],
    }),
  }),
  "POST /inventory-items/:id": stock({
    path: ({ shop }) => `/inventory-items/${shop.widget}`,
    body: () => ({ title: "Renamed" }),
    at: "any",
    moves: false,
  }),
  "DELETE /inventory-items/:id": stock({
    method: "delete",
    path: ({ empty }) => `/inventory-items/${empty}`,
    moves: false,
  }),
  "POST /inventory-items/:id/location-levels": stock({
    path: ({ unstocked }) => `/inventory-items/${unstocked}/location-levels`,
    body: ({ shop }) => ({ location_id: shop.berlin, stocked_quantity: 2 }),
  }),
  "POST /inventory-items/:id/location-levels/batch": stock({
    path: ({ shop }) => `/inventory-items/${shop.widget}/location-levels/batch`,
    body: ({ shop }) => ({ update: [{ location_id: shop.berlin, stocked_quantity: 14 }] }),
  }),
  "POST /inventory-items/:id/location-levels/:location_id": stock({
    path: ({ shop }) => `/inventory-items/${shop.widget}/location-levels/${shop.berlin}`,
    body: () => ({ stocked_quantity: 14 }),
  }),
  "DELETE /inventory-items/:id/location-levels/:location_id": stock({
    method: "delete",
    path: ({ shop, empty }) => `/inventory-items/${empty}/location-levels/${shop.berlin}`,
    moves: false,
  }),
  "POST /inventory-items/location-levels/batch": stock({
    path: () => "/inventory-items/location-levels/batch",
    body: (given) => ({ update: [{ ...level(given), stocked_quantity: 14 }] }),
  }),
  "POST /reservations": stock({
    path: () => "/reservations",
    body: ({ shop }) => ({
      ...{ inventory_item_id: shop.widget, location_id: shop.lyon, quantity: 2 },
    }),
    at: ["lyon"],
  }),
  "POST /reservations/:id": stock({
    path: ({ reservation }) => `/reservations/${reservation}`,
    body: () => ({ description: "for the fair" }),
    moves: false,
  }),
  "DELETE /reservations/:id": stock({
    method: "delete",
    path: ({ reservation }) => `/reservations/${reservation}`,
  }),
  "POST /stockroom/locations/:id": place({
    path: ({ attic }) => `/stockroom/locations/${attic}`,
    body: () => ({ priority: 7 }),
  }),
  "POST /stockroom/locations/:id/deactivate": place({
    path: ({ attic }) => `/stockroom/locations/${attic}/deactivate`,
  }),
  "POST /stockroom/availability": watch({
    path: () => "/stockroom/availability",
    body: () => ({ locations: "all" }),
    at: "all",
  }),
  "POST /stockroom/estimates": watch({
    path: () => "/stockroom/estimates",
    body: () => ({ title: "Two weeks" }),
    at: "all",
  }),
  "POST /stockroom/estimates/:id": watch({
    path: ({ estimate }) => `/stockroom/estimates/${estimate}`,
    body: () => ({ priority: 2 }),
    at: "all",
  }),
  "DELETE /stockroom/estimates/:id": watch({
    method: "delete",
    path: ({ estimate }) => `/stockroom/estimates/${estimate}`,
    at: "all",
  }),
  "DELETE /stockroom/back-in-stock/:id": watch({
    method: "delete",
    path: ({ waiting }) => `/stockroom/back-in-stock/${waiting}`,
    at: "all",
  }),
  "POST /stockroom/products/:id/availability": watch({
    path: ({ spare }) => `/stockroom/products/${spare.product.product}/availability`,
    body: () => ({ display: "always" }),
    at: "all",
  }),
  "POST /stockroom/locations/:id/activate": place({
    path: ({ attic }) => `/stockroom/locations/${attic}/activate`,
  }),
  "POST /stock-locations": place({
    path: () => "/stock-locations",
    body: () => ({ name: "Shed" }),
    at: "all",
  }),
  "POST /stock-locations/:id": place({
    path: ({ attic }) => `/stock-locations/${attic}`,
    body: () => ({ name: "Loft" }),
  }),
  "POST /stock-locations/:id/sales-channels": place({
    path: ({ attic }) => `/stock-locations/${attic}/sales-channels`,
    body: ({ shop }) => ({ add: [shop.channel] }),
  }),
  "POST /stock-locations/:id/fulfillment-sets": place({
    path: ({ attic }) => `/stock-locations/${attic}/fulfillment-sets`,
    body: () => ({ name: "Parcels Attic", type: "shipping" }),
  }),
  "POST /stock-locations/:id/fulfillment-providers": place({
    path: ({ attic }) => `/stock-locations/${attic}/fulfillment-providers`,
    body: () => ({ add: ["manual_manual"] }),
  }),
  "DELETE /sales-channels/:id": place({
    method: "delete",
    path: ({ stall }) => `/sales-channels/${stall}`,
  }),
  "DELETE /fulfillment-sets/:id": place({
    method: "delete",
    path: ({ parcels }) => `/fulfillment-sets/${parcels}`,
  }),
  "DELETE /stock-locations/:id": place({
    method: "delete",
    path: ({ attic }) => `/stock-locations/${attic}`,
  }),
  "DELETE /products/:id": stock({
    method: "delete",
    path: ({ spare }) => `/products/${spare.product.product}`,
  }),
  "POST /products/batch": stock({
    path: () => "/products/batch",
    body: ({ spare }) => ({ delete: [spare.batch.product] }),
  }),
  "DELETE /products/:id/variants/:variant_id": stock({
    method: "delete",
    path: ({ spare: { variant } }) => `/products/${variant.product}/variants/${variant.variant}`,
  }),
  "POST /products/:id/variants/batch": stock({
    path: ({ spare }) => `/products/${spare.variants.product}/variants/batch`,
    body: ({ spare }) => ({ delete: [spare.variants.variant] }),
  }),
}

type Path = (given: Given) => string

/** Stockroom's routes that only read: everybody may. */
const READS: Record<string, Path> = {
  "GET /stockroom/availability": () => "/stockroom/availability",
  "GET /stockroom/back-in-stock": () => "/stockroom/back-in-stock",
  "GET /stockroom/back-in-stock/demand": () => "/stockroom/back-in-stock/demand",
  "GET /stockroom/estimates": () => "/stockroom/estimates",
  "GET /stockroom/estimates/:id": ({ estimate }) => `/stockroom/estimates/${estimate}`,
  "GET /stockroom/products/:id/availability": ({ spare }) =>
    `/stockroom/products/${spare.product.product}/availability`,
  "GET /stockroom/products/:id/availability/told": ({ spare }) =>
    `/stockroom/products/${spare.product.product}/availability/told`,
  "GET /stockroom/commitments": ({ shop }) =>
    `/stockroom/commitments?inventory_item_id=${shop.widget}`,
  "GET /stockroom/grants": () => "/stockroom/grants",
  "GET /stockroom/grants/changes": () => "/stockroom/grants/changes",
  "GET /stockroom/history": () => "/stockroom/history",
  "GET /stockroom/history/export": () => "/stockroom/history/export",
  "GET /stockroom/history/filters": () => "/stockroom/history/filters",
  "GET /stockroom/imports": () => "/stockroom/imports",
  "GET /stockroom/imports/:id": ({ applied }) => `/stockroom/imports/${applied}`,
  "GET /stockroom/imports/:id/rejects": ({ applied }) => `/stockroom/imports/${applied}/rejects`,
  "GET /stockroom/imports/:id/rows": ({ applied }) => `/stockroom/imports/${applied}/rows`,
  "GET /stockroom/imports/:id/undo": ({ applied }) => `/stockroom/imports/${applied}/undo`,
  "GET /stockroom/items/:id/chart": ({ shop }) => `/stockroom/items/${shop.widget}/chart`,
  "GET /stockroom/items/:id/stock": ({ shop }) => `/stockroom/items/${shop.widget}/stock`,
  "GET /stockroom/items/:id/units": ({ shop }) => `/stockroom/items/${shop.widget}/units`,
  "GET /stockroom/locations": () => "/stockroom/locations",
  "GET /stockroom/locations/:id": ({ shop }) => `/stockroom/locations/${shop.lyon}`,
  "GET /stockroom/locations/:id/deactivate": ({ shop }) =>
    `/stockroom/locations/${shop.lyon}/deactivate`,
  "GET /stockroom/low-stock/actions": () => "/stockroom/low-stock/actions",
  "GET /stockroom/low-stock/alerts": () => "/stockroom/low-stock/alerts",
  "GET /stockroom/low-stock/alerts/:id": ({ alert }) => `/stockroom/low-stock/alerts/${alert}`,
  "GET /stockroom/low-stock/alerts/counts": () => "/stockroom/low-stock/alerts/counts",
  "GET /stockroom/low-stock/items/:id": ({ shop }) => `/stockroom/low-stock/items/${shop.honey}`,
  "GET /stockroom/low-stock/report": () => "/stockroom/low-stock/report",
  "GET /stockroom/low-stock/rules": () => "/stockroom/low-stock/rules",
  "GET /stockroom/low-stock/rules/:id": ({ rule }) => `/stockroom/low-stock/rules/${rule}`,
  "GET /stockroom/low-stock/rules/export": () => "/stockroom/low-stock/rules/export",
  "GET /stockroom/low-stock/runs": () => "/stockroom/low-stock/runs",
  "GET /stockroom/movements/:id": ({ movement }) => `/stockroom/movements/${movement}`,
  "GET /stockroom/movements/:id/undo": ({ movement }) => `/stockroom/movements/${movement}/undo`,
  "GET /stockroom/options": () => "/stockroom/options",
  "GET /stockroom/orders/:id": ({ order }) => `/stockroom/orders/${order}`,
  "GET /stockroom/returns/:id": ({ returned }) => `/stockroom/returns/${returned}`,
  "GET /stockroom/rights": () => "/stockroom/rights",
  "GET /stockroom/stock": () => "/stockroom/stock",
  "GET /stockroom/stock/as-of": () => `/stockroom/stock/as-of?at=${new Date().toISOString()}`,
  "GET /stockroom/stock/export": () => "/stockroom/stock/export",
  "GET /stockroom/transfer-items": () => "/stockroom/transfer-items?code=PLANK",
  "GET /stockroom/transfers": () => "/stockroom/transfers",
  "GET /stockroom/transfers/:id": ({ sent }) => `/stockroom/transfers/${sent}`,
  "GET /stockroom/transfers/:id/items/export": ({ sent }) =>
    `/stockroom/transfers/${sent}/items/export`,
  "GET /stockroom/variants/:id/stock": ({ shop }) => `/stockroom/variants/${shop.variant}/stock`,
  "GET /stockroom/variants/:id/unit": ({ shop }) => `/stockroom/variants/${shop.variant}/unit`,
  "GET /stockroom/verify": () => "/stockroom/verify",
}

/** Stockroom's other routes, each with its reason and a test of its own below. */
const OTHERS = {
  "POST /stockroom/allocations/preview": "reads: where would this be shipped from?",
  "POST /stockroom/transfer-items/check": "reads: what would a file bring?",
  "POST /stockroom/low-stock/runs/:id/retry": "only a run that has failed can be tried again",
  "POST /stockroom/orders/:id/settle": "order work",
  "POST /stockroom/grants/:user_id": "owners only",
  "POST /stockroom/variants/:id/unit": "the catalogue: how much of its item a variant takes",
}

/** Where in Medusa's Admin API stock or stock locations are changed. */
const WATCHED = [
  "fulfillment-sets",
  "inventory-items",
  "products",
  "reservations",
  "sales-channels",
  "stock-locations",
]

/** What changes neither there. */
const STOCKLESS = [
  "POST /fulfillment-sets/:id/service-zones",
  "POST /fulfillment-sets/:id/service-zones/:zone_id",
  "DELETE /fulfillment-sets/:id/service-zones/:zone_id",
  "POST /inventory-items/export",
  // The catalogue: new items without stock, and which item a variant takes from.
  "POST /products",
  "POST /products/:id",
  "POST /products/:id/images/:image_id/variants/batch",
  "POST /products/:id/options/batch",
  "POST /products/:id/variants",
  "POST /products/:id/variants/:variant_id",
  "POST /products/:id/variants/:variant_id/images/batch",
  "POST /products/:id/variants/:variant_id/inventory-items",
  "POST /products/:id/variants/:variant_id/inventory-items/:inventory_item_id",
  "DELETE /products/:id/variants/:variant_id/inventory-items/:inventory_item_id",
  "POST /products/:id/variants/inventory-items/batch",
  "POST /products/export",
  "POST /products/import",
  "POST /products/import/:transaction_id/confirm",
  "POST /products/imports",
  "POST /products/imports/:transaction_id/confirm",
  "POST /sales-channels",
  "POST /sales-channels/:id",
  "POST /sales-channels/:id/products",
]

/** The rest of Medusa's Admin API: order work, which needs no right, and what has nothing to do with stock. */
const UNWATCHED = [
  ...["claims", "draft-orders", "exchanges", "fulfillments", "order-changes", "order-edits"],
  ...["orders", "returns"],
  ...["api-keys", "campaigns", "collections", "currencies", "customer-groups", "customers"],
  ...["feature-flags", "fulfillment-providers", "index", "invites", "layouts", "locales"],
  ...["notifications", "payment-collections", "payments", "plugins", "price-lists"],
  ...["price-preferences", "product-categories", "product-options", "product-tags"],
  ...["product-types", "product-variants", "promotions", "property-labels", "rbac"],
  ...["refund-reasons", "regions", "return-reasons", "search", "search-indexes"],
  ...["shipping-option-types", "shipping-options", "shipping-profiles", "stores"],
  ...["tax-providers", "tax-rates", "tax-regions", "translations", "uploads", "users", "views"],
  "workflows-executions",
]

describe("the routes that are walked", () => {
  const isNamed = (route: string) => Object.keys(ROUTES).some((name) => name.startsWith(route))

  it("are all that Stockroom has", () => {
    const named = [...Object.keys(READS), ...Object.keys(OTHERS)]
    const found = adminRoutes(STOCKROOMS)
    expect(found.filter((route) => !isNamed(route) && !named.includes(route))).toEqual([])
    expect(named.filter((route) => !found.includes(route))).toEqual([])
  })

  it("are all of Medusa's that change stock or stock locations", () => {
    const found = WATCHED.flatMap((area) => adminRoutes(MEDUSAS, area)).filter(
      (route) => !route.startsWith("GET ")
    )
    expect(found.filter((route) => !isNamed(route) && !STOCKLESS.includes(route))).toEqual([])
    expect(STOCKLESS.filter((route) => !found.includes(route))).toEqual([])
    expect(areas(MEDUSAS)).toEqual([...WATCHED, ...UNWATCHED].sort())
  })
})

testStore({
  medusaConfigFile: APP_WITH_GRANTS,
  testSuite: ({ api, getContainer }) => {
    let given: Given
    let owner: Shop["admin"]
    let clerk: Shop["admin"]
    let clerkId: string

    beforeAll(async () => {
      const shop = await openShop(api, getContainer())
      owner = shop.admin
      clerk = adminOf(api, await adminHeaders(api as never, getContainer(), CLERK))
      clerkId = (await clerk.get("/users/me")).user.id

      const berlin = { location_id: shop.berlin, stocked_quantity: 0 }
      const [empty, unstocked] = await Promise.all([
        owner.post("/inventory-items", { sku: "EMPTY", location_levels: [berlin] }),
        owner.post("/inventory-items", { sku: "UNSTOCKED" }),
      ])
      const { stock_location } = await owner.post("/stock-locations", { name: "Attic" })
      const at = { inventory_item_id: shop.widget, location_id: shop.berlin }
      const { movement } = await owner.post("/stockroom/stock", {
        changes: [{ op: "adjust", ...at, state: "damaged", quantity: 2 }],
      })
      // 10 in Berlin and 5 in Lyon: an order for 12 is short of 2, which Lyon keeps for it.
      const order = await shop.placeOrder(12)
      const { order_stock } = await owner.get(`/stockroom/orders/${order.id}`)
      const reservation = await owner.post("/reservations", {
        ...{ inventory_item_id: shop.honey, location_id: shop.berlin, quantity: 2 },
      })
      const planks = await owner.post("/inventory-items", {
        sku: "PLANK",
        location_levels: [{ location_id: shop.berlin, stocked_quantity: 10 }],
      })
      const plank = planks.inventory_item.id
      const draft = await owner.post("/stockroom/transfers", transferOf({ shop, plank }))
      const sent = await owner.post("/stockroom/transfers", transferOf({ shop, plank }))
      await owner.post(`/stockroom/transfers/${sent.transfer.id}/pending`)
      const told = await owner.post("/stockroom/estimates", { title: "Soon" })
      const stockroom = getContainer().resolve("inventory") as unknown as StockroomModuleService
      const { created: waiting } = await stockroom.subscribeBackInStock({
        ...{ variant_id: shop.variant, sales_channel_id: shop.channel, email: "ada@example.com" },
      })
      const low = await owner.post("/stockroom/low-stock/rules", {
        ...{ inventory_item_id: shop.honey, place: "location", location_id: shop.berlin },
        ...{
          threshold: 5,
          actions: [{ identifier: "emit_event", options: { name: "shop.honey-low" } }],
        },
      })
      const { alerts } = await owner.get("/stockroom/low-stock/alerts")
      given = {
        rule: low.rule.id,
        estimate: told.estimate.id,
        waiting: waiting ?? "",
        alert: alerts[0].id,
        plank,
        draft: draft.transfer.id,
        sent: sent.transfer.id,
        shop,
        movement: movement.id,
        empty: empty.inventory_item.id,
        unstocked: unstocked.inventory_item.id,
        reservation: reservation.reservation.id,
        attic: stock_location.id,
        order: order.id,
        hold: order_stock.holds[0].id,
        ...(await importsOf(owner)),
        ...(await returnOf(shop)),
        ...(await attached(owner, stock_location.id)),
        spare: {
          product: await stocked(shop, "SPARE-1"),
          batch: await stocked(shop, "SPARE-2"),
          variant: await stocked(shop, "SPARE-3"),
          variants: await stocked(shop, "SPARE-4"),
        },
      }
    })

    const grant = (...grants: unknown[]) => owner.post(`/stockroom/grants/${clerkId}`, { grants })

    /** All that the routes could change. */
    const everything = async () =>
      await Promise.all([
        owner.get("/stockroom/stock?limit=1000"),
        owner.get("/stockroom/history?limit=1"),
        owner.get("/stockroom/transfers?limit=100"),
        owner.get("/stockroom/locations"),
        owner.get("/inventory-items?limit=100&fields=id,title,*location_levels"),
        owner.get("/reservations?limit=100"),
        owner.get(
          "/stock-locations?limit=100&fields=id,name,*fulfillment_sets,*sales_channels,*fulfillment_providers"
        ),
        owner.get("/stockroom/imports?limit=100"),
        owner.get("/stockroom/low-stock/rules?limit=100"),
        owner.get("/stockroom/low-stock/alerts?limit=100"),
        owner.get("/sales-channels?limit=100&fields=id,name"),
        owner.get("/products?limit=100&fields=id,title,variants.id,variants.*inventory_items"),
      ])

    describe.each(Object.entries(ROUTES))("%s", (_, route) => {
      const { method, right, at, moves } = route
      const ask = () => clerk[method](route.path(given), route.body?.(given))
      const places = () =>
        Array.isArray(at)
          ? at.map((name) => (name === "attic" ? given.attic : given.shop[name]))
          : null
      const most = () => (moves ? 2 : 1)

      it("refuses with 403, and changes nothing, whoever has not been granted it", async () => {
        const before = await everything()
        const short: [string, unknown[]][] = [
          ["nothing", []],
          [
            "the other rights",
            RIGHTS.filter((one) => one !== right).map((one) => ({ right: one })),
          ],
        ]
        if (at !== "any") {
          const elsewhere = given.shop.lyon === places()?.[0] ? given.attic : given.shop.lyon
          short.push(["a right elsewhere", [{ right, location_ids: [elsewhere] }]])
        }
        if (moves) {
          short.push(["a right for one unit", [{ right, max_quantity: 1 }]])
        }
        for (const [what, grants] of short) {
          await grant(...grants)
          const refusal = await clerk.refused(method, route.path(given), route.body?.(given))
          expect({ what, ...refusal }).toMatchObject({
            what,
            status: 403,
            message: expect.stringContaining("right to manage"),
          })
        }
        expect(await everything()).toEqual(before)
      })

      it("lets through whoever has just the right that it needs", async () => {
        await grant({ right, location_ids: places(), max_quantity: most() })
        await ask()
      })
    })

    it.each(Object.entries(READS))(
      "%s is open to everybody, and changes nothing",
      async (_, path) => {
        await grant()
        const before = await everything()
        await clerk.get(path(given))
        expect(await everything()).toEqual(before)
      }
    )

    it("asking what a file would bring is open to everybody, trying a run again is not", async () => {
      await grant()
      const before = await everything()
      await clerk.post("/stockroom/transfer-items/check", { content: "sku,quantity\nPLANK,1" })
      const { runs } = await clerk.get("/stockroom/low-stock/runs")
      const retry = `/stockroom/low-stock/runs/${runs[0].id}/retry`
      expect(await clerk.refused("post", retry)).toMatchObject({ status: 403 })
      await grant({ right: "levels" })
      expect(await clerk.refused("post", retry)).toMatchObject({ status: 409 })
      expect(await everything()).toEqual(before)
    })

    it("selling a variant by a unit is the catalogue's work", async () => {
      const { shop } = given
      const units = [{ key: "piece", name: "Piece", base: true }]
      await owner.post(`/stockroom/items/${shop.widget}/units`, { units })
      await grant()
      await clerk.post(`/stockroom/variants/${shop.variant}/unit`, {
        ...{ inventory_item_id: shop.widget, unit: "piece" },
      })
    })

    it("asking where something would be shipped from is open to everybody, and changes nothing", async () => {
      await grant()
      const before = await everything()
      const { shop } = given
      const { allocation } = await clerk.post("/stockroom/allocations/preview", {
        items: [{ inventory_item_id: shop.widget, quantity: 1 }],
        sales_channel_id: shop.channel,
      })
      expect(allocation).toBeDefined()
      expect(await everything()).toEqual(before)
    })

    it("the transfers right alone carries a transfer from draft to received", async () => {
      const { shop, plank } = given
      const ends = [shop.berlin, shop.lyon]
      await grant({ right: "transfers", location_ids: ends, max_quantity: 2 })
      const { transfer } = await clerk.post("/stockroom/transfers", transferOf({ shop, plank }))
      const path = `/stockroom/transfers/${transfer.id}`
      await clerk.post(path, { reference: "by van" })
      await clerk.post(`${path}/pending`)
      await clerk.post(`${path}/receive`, {
        lines: [
          {
            ...{ inventory_item_id: plank, accepted: 1 },
            ...{ rejected: 1, disposition: "damaged", reason: "split" },
          },
        ],
      })
      expect((await clerk.get(path)).transfer).toMatchObject({ status: "received" })
      expect(
        await clerk.refused("post", "/stockroom/stock", {
          changes: [
            {
              ...{ op: "adjust", inventory_item_id: plank, location_id: shop.lyon },
              ...{ state: "damaged", quantity: -1 },
            },
          ],
        })
      ).toMatchObject({ status: 403 })
    })

    it.each([
      ["send", "berlin", (id: string) => `/stockroom/transfers/${id}/receive`],
      ["receive", "lyon", (id: string) => `/stockroom/transfers/${id}/cancel`],
    ] as const)("whoever may %s at one end may not act for the other", async (_, end, otherEnd) => {
      const { shop, plank } = given
      const made = await owner.post("/stockroom/transfers", transferOf({ shop, plank }))
      const { id } = made.transfer
      await owner.post(`/stockroom/transfers/${id}/pending`)
      await grant({ right: "transfers", location_ids: [shop[end]] })
      const before = await everything()
      const lines = [{ inventory_item_id: plank, accepted: 2 }]
      const body = end === "berlin" ? { lines } : {}
      expect(await clerk.refused("post", otherEnd(id), body)).toMatchObject({ status: 403 })
      expect(await everything()).toEqual(before)
    })

    it("nobody takes a draft from its origin by giving it another", async () => {
      const { shop } = given
      const made = await owner.post("/stockroom/transfers", transferOf(given))
      const path = `/stockroom/transfers/${made.transfer.id}`
      const around = { origin_id: shop.lyon, destination_id: shop.berlin }
      for (const [mine, other] of [
        [shop.lyon, shop.berlin],
        [shop.berlin, shop.lyon],
      ]) {
        await grant({ right: "transfers", location_ids: [mine] })
        const before = await everything()
        expect(await clerk.refused("post", path, around)).toMatchObject({
          status: 403,
          message: expect.stringContaining(`no right at location ${other}`),
        })
        expect(await everything()).toEqual(before)
      }
      await grant({ right: "transfers", location_ids: [shop.berlin, shop.lyon] })
      expect((await clerk.post(path, around)).transfer).toMatchObject(around)
    })

    it("a channel that no location serves, and a product without stock, are nobody's stock", async () => {
      await grant()
      const { sales_channel } = await owner.post("/sales-channels", { name: "Popup" })
      await clerk.delete(`/sales-channels/${sales_channel.id}`)
      const { product } = await clerk.post("/products", productOf(given.shop, "NEVER-STOCKED"))
      await clerk.delete(`/products/${product.id}`)
    })

    it("lets owners do everything without a grant", async () => {
      const { rights } = await owner.get("/stockroom/rights")
      expect(rights).toEqual({ enforced: true, may_grant: true, grants: null })
      await owner.post("/stockroom/stock", {
        changes: [
          {
            op: "adjust",
            ...{ inventory_item_id: given.shop.widget, location_id: given.shop.lyon },
            ...{ state: "damaged", quantity: 1_000 },
          },
        ],
      })
    })

    it("leaves order work to everybody", async () => {
      await grant()
      await clerk.post(`/stockroom/orders/${given.order}/settle`)
      const order = await given.shop.checkout([{ variant: given.shop.variant, quantity: 1 }])
      const items = [{ id: order.items[0].id, quantity: 1 }]
      await clerk.post(`/orders/${order.id}/fulfillments`, {
        ...{ items, location_id: given.shop.lyon },
      })
      const history = await owner.get(`/stockroom/history?order_id=${order.id}&state=fulfilled`)
      expect(history.history).toMatchObject([
        { quantity: "1", location_id: given.shop.lyon, actor_id: clerkId },
      ])
    })

    it("needs nothing of Medusa's own roles, and leaves them off", async () => {
      const { feature_flags } = await owner.get("/feature-flags")
      expect(feature_flags).toMatchObject({ rbac: false })
    })

    it("lets only an owner grant rights, and no one by himself", async () => {
      await grant({ right: "levels" }, { right: "locations" }, { right: "transfers" })
      expect(
        await clerk.refused("post", `/stockroom/grants/${clerkId}`, { grants: [] })
      ).toMatchObject({ status: 403, message: expect.stringContaining("permissions.owners") })
      expect((await clerk.get("/stockroom/rights")).rights).toMatchObject({ may_grant: false })
    })

    it("lets secret API keys do what the option says", async () => {
      const { api_key } = await owner.post("/api-keys", { title: "ERP", type: "secret" })
      const basic = Buffer.from(`${api_key.token}:`).toString("base64")
      const erp = adminOf(api, { authorization: `Basic ${basic}` })
      await erp.post(`/inventory-items/${given.shop.widget}/location-levels/${given.shop.lyon}`, {
        stocked_quantity: 500,
      })
      expect(
        await erp.refused("post", `/stockroom/locations/${given.attic}`, { priority: 1 })
      ).toMatchObject({ status: 403 })
      expect((await erp.get("/stockroom/rights")).rights).toMatchObject({
        may_grant: false,
        grants: [{ right: "levels", location_ids: null, max_quantity: null }],
      })
    })

    describe("grants", () => {
      it("are listed, and every change of them is kept with who made it", async () => {
        await grant({ right: "levels", location_ids: [given.shop.berlin], max_quantity: "2.50" })
        await grant({ right: "levels" })
        await grant({ right: "levels" })
        const { grants, enforced, names } = await owner.get("/stockroom/grants")
        const all = { right: "levels", location_ids: null, max_quantity: null }
        const some = { right: "levels", location_ids: [given.shop.berlin], max_quantity: "2.5" }
        expect(enforced).toBe(true)
        expect(names.users[clerkId]).toBe(CLERK)
        expect(grants).toEqual([expect.objectContaining({ user_id: clerkId, grants: [all] })])
        expect((await clerk.get("/stockroom/rights")).rights.grants).toEqual([all])

        const { changes, count } = await owner.get("/stockroom/grants/changes")
        expect(count).toBe(2)
        expect(changes).toMatchObject([
          { user_id: clerkId, before: [some], after: [all], actor_type: "user" },
          { user_id: clerkId, before: [], after: [some] },
        ])
        expect(names.users).toHaveProperty(clerkId)
      })

      it.each<[string, () => Answer, string]>([
        ["an unknown right", () => ({ right: "everything" }), "grants"],
        ["no location", () => ({ right: "levels", location_ids: [] }), "location_ids"],
        ["an unknown location", () => ({ right: "levels", location_ids: ["sloc_x"] }), "sloc_x"],
        ["a limit of nothing", () => ({ right: "levels", max_quantity: 0 }), "max_quantity"],
        [
          "a limit that is no number",
          () => ({ right: "levels", max_quantity: "two" }),
          "max_quantity",
        ],
      ])("are refused with %s", async (_, bad, named) => {
        const refusal = await owner.refused("post", `/stockroom/grants/${clerkId}`, {
          grants: [bad()],
        })
        expect(refusal).toMatchObject({ status: 400, message: expect.stringContaining(named) })
        expect((await owner.get("/stockroom/grants")).grants).toEqual([])
      })

      it("are refused for a user who is not there", async () => {
        expect(
          await owner.refused("post", "/stockroom/grants/user_gone", { grants: [] })
        ).toMatchObject({ status: 404, message: expect.stringContaining("user_gone") })
      })
    })
  },
})

async function importsOf(owner: Shop["admin"]) {
  for (const sku of ["COUNTED", "RECOUNTED"]) {
    const { inventory_item } = await owner.post("/inventory-items", { sku })
    const { stock_locations } = await owner.get("/stock-locations?name=Berlin&fields=id")
    await owner.post(`/inventory-items/${inventory_item.id}/location-levels`, {
      ...{ location_id: stock_locations[0].id, stocked_quantity: 5 },
    })
  }
  const check = async (sku: string): Promise<string> => {
    const content = `sku,location,damaged\n${sku},Berlin,2`
    return (await owner.post("/stockroom/imports", { file_name: "count.csv", content })).import.id
  }
  const applied = await check("RECOUNTED")
  await owner.post(`/stockroom/imports/${applied}/apply`)
  return { checked: await check("COUNTED"), dropped: await check("COUNTED"), applied }
}

/** 2 LAMP were sold, sent from Berlin, and came back there. */
async function returnOf(shop: Shop) {
  const { admin, berlin } = shop
  const { variant, item } = await stocked(shop, "LAMP")
  const order = await shop.checkout([{ variant, quantity: 2 }])
  const items = [{ id: order.items[0].id, quantity: 2 }]
  await admin.post(`/orders/${order.id}/fulfillments`, { items, location_id: berlin })
  const opened = await admin.post("/returns", { order_id: order.id, location_id: berlin })
  const path = `/returns/${opened.return.id}`
  await admin.post(`${path}/request-items`, { items })
  await admin.post(`${path}/request`)
  await admin.post(`${path}/receive`)
  await admin.post(`${path}/receive-items`, { items })
  await admin.post(`${path}/receive/confirm`)
  return { returned: opened.return.id as string, lamp: item }
}

/** What hangs on a location: a sales channel, and parcels from there. */
async function attached(owner: Shop["admin"], location: string) {
  const path = `/stock-locations/${location}`
  const { sales_channel } = await owner.post("/sales-channels", { name: "Stall" })
  await owner.post(`${path}/sales-channels`, { add: [sales_channel.id] })
  await owner.post(`${path}/fulfillment-sets`, { name: "Pick-up Attic", type: "pickup" })
  const { stock_location } = await owner.get(`${path}?fields=*fulfillment_sets`)
  return {
    stall: sales_channel.id as string,
    parcels: stock_location.fulfillment_sets[0].id as string,
  }
}

const productOf = (shop: Shop, sku: string) => ({
  title: sku,
  status: "published",
  shipping_profile_id: shop.profile,
  sales_channels: [{ id: shop.channel }],
  options: [{ title: "Size", values: ["One"] }],
  variants: [
    {
      ...{ title: "One", sku, manage_inventory: true, options: { Size: "One" } },
      prices: [{ currency_code: "eur", amount: 10 }],
    },
  ],
})

/** A product of one variant, 2 of which are in Berlin. */
async function stocked(shop: Shop, sku: string): Promise<Product> {
  const { product } = await shop.admin.post("/products", productOf(shop, sku))
  const { inventory_items } = await shop.admin.get(`/inventory-items?sku=${sku}&fields=id`)
  const item = inventory_items[0].id as string
  await shop.admin.post(`/inventory-items/${item}/location-levels`, {
    ...{ location_id: shop.berlin, stocked_quantity: 2 },
  })
  return { product: product.id, variant: product.variants[0].id, item }
}
