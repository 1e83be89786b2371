import { BY_CASE, BY_WEIGHT, COFFEES } from "./products.mjs"

/** Beans are counted in grams, and bought and moved in kilos and sacks. */
const BEANS = [
  { key: "g", name: "Gram", base: true },
  { key: "kg", name: "Kilogram", factor: 1000, precision: 3 },
  { key: "sack", name: "Sack", factor: 30_000 },
]

/** Weighed to the gram. */
const WEIGHED = [
  { key: "kg", name: "Kilogram", base: true, precision: 3 },
  { key: "g", name: "Gram", factor: "0.001" },
]

const BOTTLES = [
  { key: "bottle", name: "Bottle", base: true },
  { key: "case", name: "Case", factor: 12 },
  { key: "pallet", name: "Pallet", factor: 720, precision: 1, increment: "0.5" },
]

/** In which units items are counted, by SKU. */
export const UNITS = Object.fromEntries([
  ...COFFEES.map(({ sku }) => [`${sku}-POOL`, BEANS]),
  ...BY_WEIGHT.map(({ sku }) => [sku, WEIGHED]),
  ...BY_CASE.map(({ sku }) => [`${sku}-POOL`, BOTTLES]),
])
