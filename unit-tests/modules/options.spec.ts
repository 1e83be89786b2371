import { parseOptions } from "../../src/modules/inventory/options"

describe("options", () => {
  it("have defaults", () => {
    expect(parseOptions()).toEqual({
      allocation: { strategy: "priority" },
      returns: { dismissed_to: "damaged" },
      availability: {
        display: "never",
        locations: "none",
        cache_seconds: 60,
        hide_in_products: false,
      },
      back_in_stock: {
        enabled: false,
        double_opt_in: true,
        channel: "email",
        templates: {
          confirm: "stockroom-back-in-stock-confirm",
          back: "stockroom-back-in-stock",
        },
        rate_limit: { window_seconds: 3_600, per_network: 30, per_address: 10 },
        forget_after_days: 30,
        wait_days: 365,
      },
      permissions: {
        ...{ enforce: false, owners: [] },
        api_keys: ["locations", "levels", "transfers"],
      },
      low_stock: {},
      transfers: { origin_deduction: "on_pending", allow_over_receipt: false, custom_fields: [] },
      verify: { repair: false, enabled: true },
    })
  })

  it("leave Medusa's own alone", () => {
    expect(parseOptions({ database: { clientUrl: "x" } })).toEqual(parseOptions())
  })

  it.each([
    ["a misspelt one", { reason: ["theft"] }, /reason/],
    ["a misspelt one inside", { verify: { repairs: true } }, /verify/],
    ["one of the wrong type", { verify: { repair: "yes" } }, /verify\.repair/],
    [
      "an unknown state for returns",
      { returns: { dismissed_to: "sold" } },
      /returns\.dismissed_to/,
    ],
    ["grants that nobody could give", { permissions: { enforce: true } }, /permissions\.owners/],
    ["an owner without an address", { permissions: { owners: ["boss"] } }, /permissions\.owners/],
    ["an empty list of reasons", { reasons: [] }, /reasons/],
    [
      "a custom field with a key that no column could have",
      { transfers: { custom_fields: [{ key: "Truck No.", label: "Truck" }] } },
      /transfers\.custom_fields\.0\.key/,
    ],
    [
      "a threshold that is no number",
      { low_stock: { default: { threshold: "many" } } },
      /low_stock\.default\.threshold/,
    ],
    [
      "a threshold below zero",
      { low_stock: { default: { threshold: -1 } } },
      /low_stock\.default\.threshold/,
    ],
    [
      "messages without a page for their links",
      { back_in_stock: { enabled: true } },
      /back_in_stock\.storefront_url/,
    ],
    [
      "a page for links that a browser cannot open",
      { back_in_stock: { enabled: true, storefront_url: "shop.example/waiting" } },
      /back_in_stock\.storefront_url/,
    ],
    [
      "a select without options",
      { transfers: { custom_fields: [{ key: "dock", label: "Dock", type: "select" }] } },
      /a select needs options/,
    ],
    [
      "a custom field twice",
      { transfers: { custom_fields: [1, 2].map(() => ({ key: "dock", label: "Dock" })) } },
      /each key may be declared once/,
    ],
  ])("refuse %s by name", (_, options, message) => {
    expect(() => parseOptions(options)).toThrow(message)
    expect(() => parseOptions(options)).toThrow("medusa-config.ts")
  })
})
