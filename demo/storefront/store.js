import { language } from "./words.js"

/** More cannot be asked for at once. */
const MOST_VARIANTS = 100
const FIELDS = [
  "id,handle,title,subtitle,description",
  "*options,*options.values,*variants,*variants.options,*variants.calculated_price",
].join(",")

/** The store that this page belongs to, in the region where the page sells. */
export async function openStore() {
  const settings = await (await fetch("settings.json")).json()
  const ask = askerOf(settings)
  const { regions } = await ask("/store/regions?limit=1")
  const region = regions[0].id

  return {
    /** All products, by title. */
    async products() {
      const query = new URLSearchParams({
        ...{ limit: "200", order: "title", region_id: region, fields: FIELDS },
      })
      return (await ask(`/store/products?${query}`)).products
    },

    /** One product, or undefined. */
    async product(handle) {
      const query = new URLSearchParams({ handle, region_id: region, fields: FIELDS })
      return (await ask(`/store/products?${query}`)).products[0]
    },

    /**
     * What can be had of some variants, by id.
     *
     * @param {string[]} ids
     * @param {{ locations?: boolean, near?: { lat: number, lng: number } }} [options]
     */
    async availability(ids, { locations = false, near } = {}) {
      const found = new Map()
      for (let start = 0; start < ids.length; start += MOST_VARIANTS) {
        const query = new URLSearchParams({
          ...{ variant_id: ids.slice(start, start + MOST_VARIANTS).join(","), locale: language() },
          ...(locations ? { locations: "true", ...near } : {}),
        })
        const { availability } = await ask(`/store/stockroom/availability?${query}`)
        for (const one of availability) found.set(one.variant_id, one)
      }
      return found
    },

    /** Has the store tell an address when a variant is back. */
    async waitFor(variant_id, email) {
      await ask("/store/stockroom/back-in-stock", { variant_id, email })
    },

    /** What the link of a message is for: `confirm` or `unsubscribe`. */
    async answer(action, token) {
      await ask(`/store/stockroom/back-in-stock/${action}`, { token })
    },

    /** Puts a variant into a basket, which it opens where there is none. */
    async addToBasket(basket, line) {
      if (basket) return (await ask(`/store/carts/${basket}/line-items`, line)).cart
      return (await ask("/store/carts", { region_id: region, items: [line] })).cart
    },
  }
}

/** Asks the store, and throws what it answers when it refuses. */
function askerOf({ store, key }) {
  return async (path, body) => {
    const response = await fetch(store + path, {
      method: body ? "POST" : "GET",
      headers: {
        "x-publishable-api-key": key,
        "x-medusa-locale": language(),
        ...(body ? { "content-type": "application/json" } : {}),
      },
      body: body && JSON.stringify(body),
    })
    const answer = response.status === 204 ? {} : await response.json()
    if (response.ok) return answer
    throw Object.assign(new Error(answer.message), { status: response.status })
  }
}
