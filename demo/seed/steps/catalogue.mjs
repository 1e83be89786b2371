import {
  BAGS,
  BY_CASE,
  BY_WEIGHT,
  CATEGORIES,
  COFFEES,
  COURSE,
  GOODS,
  GRINDS,
  KITS,
} from "../world/products.mjs"

const BATCH = 10

/** Categories, and all products with their variants. */
export async function createCatalogue(seed) {
  const { admin, shop } = seed
  const categories = {}
  for (const [key, name] of Object.entries(CATEGORIES)) {
    const { product_category } = await admin.post("/admin/product-categories", {
      name,
      is_active: true,
    })
    categories[key] = product_category.id
  }

  const inShop = (category, product) => ({
    status: "published",
    categories: [{ id: categories[category] }],
    sales_channels: Object.values(shop.channels).map((id) => ({ id })),
    shipping_profile_id: shop.shippingProfile,
    ...product,
  })
  const products = [
    ...COFFEES.map((coffee) => inShop("coffee", coffeeProduct(shop, coffee))),
    ...BY_WEIGHT.map((tea) => inShop(tea.category, weighedProduct(shop, tea))),
    ...GOODS.map((goods) => inShop(goods.category, goodsProduct(shop, goods))),
    ...KITS.map((kit) => inShop("sets", kitProduct(shop, kit))),
    ...BY_CASE.map((bottles) => inShop(bottles.category, kitProduct(shop, bottles))),
    inShop("sets", courseProduct()),
  ]
  for (let start = 0; start < products.length; start += BATCH) {
    await admin.post("/admin/products/batch?fields=id", {
      create: products.slice(start, start + BATCH),
    })
  }

  const { variants } = await admin.get("/admin/product-variants?limit=500&fields=id,sku")
  for (const variant of variants) shop.variants[variant.sku] = variant.id
}

function coffeeProduct(shop, { title, sku, prices, about }) {
  const sizes = Object.entries(BAGS)
  return {
    title,
    description: about,
    thumbnail: picture(title, "#5b3a29"),
    options: [
      { title: "Size", values: Object.keys(BAGS) },
      { title: "Grind", values: Object.keys(GRINDS) },
    ],
    variants: sizes.flatMap(([size, grams], index) =>
      Object.entries(GRINDS).map(([grind, code]) => ({
        title: `${size} / ${grind}`,
        sku: `${sku}-${grams}-${code}`,
        options: { Size: size, Grind: grind },
        prices: euro(prices[index]),
        weight: grams,
        inventory_items: parts(shop, { [`${sku}-POOL`]: grams }),
      }))
    ),
  }
}

function weighedProduct(shop, { title, sku, about, price }) {
  return {
    title,
    description: about,
    thumbnail: picture(title, "#3f6b4f"),
    options: [{ title: "Sold by", values: ["kg"] }],
    variants: [
      {
        title: "kg",
        sku,
        options: { "Sold by": "kg" },
        prices: euro(price),
        inventory_items: parts(shop, { [sku]: 1 }),
      },
    ],
  }
}

function goodsProduct(shop, { title, about, options, variants, category }) {
  return {
    title,
    description: about,
    thumbnail: picture(title, { tea: "#3f6b4f", table: "#8a5a44" }[category] ?? "#39506b"),
    options: Object.entries(options).map(([name, values]) => ({ title: name, values })),
    variants: variants.map((variant) => ({
      title: variant.title,
      sku: variant.sku,
      options: variant.options,
      prices: euro(variant.price),
      allow_backorder: variant.backorder,
      inventory_items: parts(shop, { [variant.sku]: 1 }),
    })),
  }
}

function kitProduct(shop, { title, sku, about, option, price, variants }) {
  return {
    title,
    description: about,
    thumbnail: picture(title, "#7a3b5d"),
    options: [{ title: option, values: variants.map(({ value }) => value) }],
    variants: variants.map(({ value, parts: contents, price: own }) => ({
      title: value,
      sku: `${sku}-${value.toUpperCase()}`,
      options: { [option]: value },
      prices: euro(own ?? price),
      inventory_items: parts(shop, contents),
    })),
  }
}

function courseProduct() {
  const { title, sku, about, option, price, values } = COURSE
  return {
    title,
    description: about,
    thumbnail: picture(title, "#7a3b5d"),
    // An evening is not put into a parcel.
    shipping_profile_id: undefined,
    options: [{ title: option, values }],
    variants: values.map((value) => ({
      title: value,
      sku: `${sku}-${value.toUpperCase()}`,
      options: { [option]: value },
      prices: euro(price),
      manage_inventory: false,
    })),
  }
}

/** What one unit of a variant takes from which items. */
function parts(shop, contents) {
  return Object.entries(contents).map(([sku, required_quantity]) => ({
    inventory_item_id: shop.items[sku].id,
    required_quantity,
  }))
}

function euro(amount) {
  return [{ currency_code: "eur", amount }]
}

/** A coloured tile with initials: the demo has to look the same without the internet. */
function picture(title, colour) {
  const initials = title
    .split(/[\s-]+/)
    .slice(0, 2)
    .map((word) => word[0].toUpperCase())
    .join("")
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96">` +
    `<rect width="96" height="96" fill="${colour}"/>` +
    `<text x="48" y="60" font-family="sans-serif" font-size="36" fill="#fff" ` +
    `text-anchor="middle">${initials}</text></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
