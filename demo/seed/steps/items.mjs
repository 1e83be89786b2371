import { BY_CASE, BY_WEIGHT, COFFEES, GOODS } from "../world/products.mjs"

/**
 * The inventory items that the products will sell from. Medusa would make them by itself, titled
 * "1.0 l / Sage": here they say what they are, and the weighed ones in which unit they are counted.
 */
export async function createItems({ admin, shop }) {
  for (const item of [...pools(), ...weighed(), ...bottles(), ...pieces()]) {
    const { category, ...body } = item
    const { inventory_item } = await admin.post("/admin/inventory-items?fields=id", body)
    shop.items[item.sku] = { id: inventory_item.id, sku: item.sku, category }
  }
}

function pools() {
  return COFFEES.map(({ title, sku, category }) => ({
    title: `${title}, beans in grams`,
    sku: `${sku}-POOL`,
    unit_of_measure: "g",
    category,
  }))
}

function weighed() {
  return BY_WEIGHT.map(({ title, sku, category }) => ({
    title,
    sku,
    unit_of_measure: "kg",
    category,
  }))
}

function bottles() {
  return BY_CASE.map(({ title, sku, category }) => ({
    title,
    sku: `${sku}-POOL`,
    unit_of_measure: "bottle",
    category,
  }))
}

function pieces() {
  return GOODS.flatMap(({ title, category, variants }) =>
    variants.map((variant) => ({
      title: `${title}, ${variant.title}`,
      sku: variant.sku,
      unit_of_measure: "piece",
      category,
    }))
  )
}
