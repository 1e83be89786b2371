import fc from "fast-check"

import {
  draftOfEstimate,
  type Estimate,
  readEstimateDraft,
} from "../../src/admin/lib/estimate-draft"
import { lastPriority, reordered } from "../../src/admin/lib/estimate-order"
import { languageName } from "../../src/admin/lib/locale"
import { setRules } from "../../src/admin/lib/order-rules"
import {
  draftOfProduct,
  type ProductAvailability,
  readProductDraft,
} from "../../src/admin/lib/product-availability-draft"
import { refusedPath } from "../../src/admin/lib/refused-path"
import { transfersOf } from "../../src/admin/lib/told"
import { DISPLAYS, readOrderQuantities } from "../../src/core/availability"

const NO_RULES = { minimum: null, maximum: null, multiple: null, allowed: null }
const PRODUCT: ProductAvailability = {
  ...{ product_id: "prod_1", estimate_id: "iest_1", display: "below", display_below: "2.5" },
  order_quantities: { minimum: "6", maximum: "60.5", multiple: null, allowed: ["6", "7.5"] },
}
const LOCALES = ["en", "de", "fr", "es"]

describe("what is kept of a product, as it is typed", () => {
  const quantity = fc.integer({ min: 1, max: 100_000 }).map((thousandths) => {
    return String(thousandths / 1_000)
  })
  const maybe = fc.option(quantity)

  it("is read as it was written, in every language", () => {
    fc.assert(
      fc.property(
        fc.record({ minimum: maybe, maximum: maybe, multiple: maybe }),
        fc.option(fc.uniqueArray(quantity, { minLength: 1, maxLength: 5 })),
        fc.option(fc.constantFrom(...DISPLAYS)),
        fc.constantFrom(...LOCALES),
        (limits, allowed, display, locale) => {
          const display_below = display === "below" ? "4.25" : null
          const product = {
            ...{ product_id: "prod_1", estimate_id: null, display, display_below },
            order_quantities: { ...limits, allowed },
          }
          const { request } = readProductDraft(draftOfProduct(product, locale), locale)
          const { product_id: _, ...same } = product
          expect(request).toEqual(same)
        }
      )
    )
  })

  it("has the problems that the store would find, at the same field", () => {
    fc.assert(
      fc.property(
        fc.record({ minimum: maybe, maximum: maybe, multiple: maybe }),
        fc.option(fc.array(quantity, { minLength: 1, maxLength: 3 })),
        (limits, allowed) => {
          const order_quantities = { ...limits, allowed }
          const draft = draftOfProduct({ ...PRODUCT, order_quantities }, "en")
          const { problems } = readProductDraft(draft, "en")
          expect(Object.keys(problems)).toEqual(refusedField(order_quantities))
        }
      )
    )

    function refusedField(rules: ProductAvailability["order_quantities"]): string[] {
      try {
        readOrderQuantities(rules, "order_quantities.")
        return []
      } catch (error) {
        return [(error as { details: { field: string } }).details.field]
      }
    }
  })

  it.each<[string, object, object]>([
    ["no number", { minimum: "six" }, { "order_quantities.minimum": "no_number" }],
    ["nothing", { multiple: "0" }, { "order_quantities.multiple": "not_above_zero" }],
    ["one of many that is none", { allowed: "6 x" }, { "order_quantities.allowed": "no_number" }],
    ["a display below nothing", { below: " " }, { display_below: "no_number" }],
    [
      "a maximum below the minimum",
      { minimum: "6", maximum: "5" },
      { "order_quantities.maximum": "below_minimum" },
    ],
    [
      "a multiple between no limits",
      { minimum: "7", maximum: "11", multiple: "6", allowed: "" },
      { "order_quantities.multiple": "no_multiple" },
    ],
    [
      "a list that the others rule out",
      { minimum: "", maximum: "", multiple: "6", allowed: "5 7" },
      { "order_quantities.allowed": "none_allowed" },
    ],
  ])("%s is told at its field", (_, typed, problems) => {
    const draft = { ...draftOfProduct(PRODUCT, "en"), ...typed }
    expect(readProductDraft(draft, "en").problems).toEqual(problems)
  })

  it("takes quantities with spaces, semicolons, or commas before a space between them", () => {
    const draft = { ...draftOfProduct(PRODUCT, "de"), allowed: " 6;7,5,  12\n24 " }
    const { request } = readProductDraft({ ...draft, maximum: "" }, "de")
    expect(request.order_quantities.allowed).toEqual(["6", "7.5", "12", "24"])
  })

  it("is told in the order in which people say it", () => {
    expect(setRules(PRODUCT.order_quantities)).toEqual([
      { rule: "minimum", quantities: ["6"] },
      { rule: "maximum", quantities: ["60.5"] },
      { rule: "allowed", quantities: ["6", "7.5"] },
    ])
    expect(setRules(NO_RULES)).toEqual([])
  })
})

const estimate = (id: string, priority: number): Estimate => ({
  ...{ id, priority, title: id, translations: {}, lead_time_days: null, is_default: false },
  ...{ created_at: "2026-11-28T00:00:00Z", updated_at: "2026-11-28T00:00:00Z" },
})

describe("an estimate as it is typed", () => {
  const SOON: Estimate = {
    ...estimate("iest_1", 3),
    ...{ title: "Soon", translations: { de: "Bald", "pt-BR": "Em breve" } },
    ...{ lead_time_days: 2, is_default: true },
  }

  it("is read as it was written", () => {
    expect(readEstimateDraft(draftOfEstimate(SOON))).toEqual({
      request: {
        title: "Soon",
        translations: { de: "Bald", "pt-BR": "Em breve" },
        ...{ lead_time_days: 2, is_default: true },
      },
      problems: {},
    })
  })

  it("needs a title, also where it is new", () => {
    expect(readEstimateDraft(draftOfEstimate(undefined)).problems).toEqual({ title: "no_title" })
  })

  it("has each language once, by its tag, with words in it", () => {
    const word = (locale: string, title = "Bald") => ({ locale, title, isNew: true })
    const translations = [word("de-AT"), word("deutsch!"), word(" de_at"), word("fr", " ")]
    const { problems } = readEstimateDraft({ ...draftOfEstimate(SOON), translations })
    expect(problems).toEqual({
      "translations.1.locale": "no_locale",
      "translations.2.locale": "same_locale",
      "translations.3.title": "no_title",
    })
  })

  it.each(["soon", "-1", "1.5", "3651"])("has no lead time of %s days", (leadTime) => {
    const { problems } = readEstimateDraft({ ...draftOfEstimate(SOON), leadTime })
    expect(problems).toEqual({ lead_time_days: "no_days" })
  })
})

describe("the order of estimates", () => {
  it("changes by one place, whatever the priorities were", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.constantFrom(-1 as const, 1 as const),
        (priorities, chosen, by) => {
          const list = [...priorities].sort().map((priority, at) => estimate(`e${at}`, priority))
          const from = chosen % list.length
          const to = from + by
          const changes = new Map(
            reordered(list, list[from].id, by).map(({ id, priority }) => [id, priority])
          )
          const after = list
            .map((one) => ({ ...one, priority: changes.get(one.id) ?? one.priority }))
            .sort((a, b) => a.priority - b.priority || a.title.localeCompare(b.title))
            .map(({ id }) => id)
          const wanted = list.map(({ id }) => id)
          if (to >= 0 && to < list.length) {
            ;[wanted[from], wanted[to]] = [wanted[to], wanted[from]]
          } else {
            expect(changes.size).toBe(0)
          }
          expect(after).toEqual(wanted)
        }
      )
    )
  })

  it("has a new one at its end", () => {
    expect(lastPriority([])).toBe(0)
    expect(lastPriority([estimate("a", 4), estimate("b", 2)])).toBe(5)
  })
})

it("a refusal is put to its field, where the form has it", () => {
  const fields = ["display", "order_quantities"]
  expect(refusedPath("order_quantities.allowed.0 must be above zero", fields)).toEqual({
    ...{ path: "order_quantities.allowed.0", problem: "must be above zero" },
  })
  for (const message of ["title must have words", "Availability estimate iest_1 was not found"]) {
    expect(refusedPath(message, fields)).toEqual({ path: null, problem: message })
  }
})

it("a language has a name, and one that nobody knows its tag", () => {
  expect(languageName("pt_BR", "en")).toBe("Brazilian Portuguese")
  expect(languageName("de", "fr")).toBe("allemand")
  expect(languageName("nonsense!", "en")).toBe("nonsense!")
})

it("a transfer that brings two items of a variant is named once", () => {
  const arrival = (transfer_id: string, inventory_item_id: string) => ({
    ...{ transfer_id, inventory_item_id, number: transfer_id, location_id: "sloc_1" },
    ...{ expected: "2026-12-01", lead_time_days: 0, brings: "5", free: "5" },
  })
  const made = [arrival("T-1", "top"), arrival("T-2", "leg"), arrival("T-1", "leg")]
  expect(transfersOf(made).map(({ number }) => number)).toEqual(["T-1", "T-2"])
})
