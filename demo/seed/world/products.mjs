/**
 * The catalogue as tables: 41 products, 152 variants. SKUs are derived (`DRIP` + `02` + `White` is
 * `DRIP-02-WHITE`), prices are in euro with VAT and follow the first option unless there is one price.
 */
export const CATEGORIES = {
  coffee: "Coffee",
  tea: "Tea",
  brewing: "Brewing",
  table: "Table",
  kitchen: "Kitchen",
  sets: "Sets & courses",
}

/**
 * Beans lie in the bins as one pool per coffee, counted in grams. A bag of 250 g takes 250 of them,
 * whatever the grind, so all six variants of a coffee sell from the same stock.
 */
export const BAGS = { "250 g": 250, "500 g": 500, "1 kg": 1000 }
export const GRINDS = { "Whole bean": "BEAN", Ground: "GRND" }

export const COFFEES = [
  coffee(
    "Sidamo Guji",
    "SIDAMO",
    [11.9, 22.5, 42],
    "Ethiopia, washed. Bergamot, apricot, black tea."
  ),
  coffee(
    "Antigua Pastores",
    "ANTIGUA",
    [10.9, 20.5, 38],
    "Guatemala, washed. Cocoa and red apple."
  ),
  coffee("Huila Pitalito", "HUILA", [11.2, 21, 39], "Colombia, washed. Caramel, plum, orange."),
  coffee("Santos Cerrado", "SANTOS", [8.9, 16.5, 30], "Brazil, natural. Hazelnut, milk chocolate."),
  coffee(
    "Mandheling Lintong",
    "MANDHEL",
    [10.5, 19.5, 36],
    "Sumatra, wet-hulled. Cedar and spice."
  ),
  coffee("Hafen Espresso", "HAFEN", [9.5, 17.9, 33], "Our espresso blend. Dark cherry, cocoa nib."),
  coffee(
    "Kontor House Blend",
    "KONTOR",
    [8.5, 15.9, 29],
    "Every day, every brewer. Nutty and round."
  ),
  coffee(
    "Nachtschicht Decaf",
    "DECAF",
    [10.9, 20.5, 38],
    "Mountain-water decaf. Brown sugar, malt."
  ),
]

/**
 * Teas sold by the kilogram, as cafés take them: 1.25 kg is one line of that quantity. Such lines
 * come as draft orders, because Medusa's orders take decimals (from 1 up) and its carts do not.
 */
export const BY_WEIGHT = [
  {
    title: "Darjeeling First Flush, by the kilo",
    sku: "DARJ-KG",
    category: "tea",
    about: "Loose leaf from the chest, weighed out to the gram. The price is for one kilogram.",
    price: 148,
  },
  {
    title: "Sencha Kagoshima, by the kilo",
    sku: "SENCHA-KG",
    category: "tea",
    about: "Loose leaf from the chest, weighed out to the gram. The price is for one kilogram.",
    price: 126,
  },
]

const SIZES_TEA = { Size: ["Tin 100 g", "Bag 250 g"] }
const TEA = { category: "tea", options: SIZES_TEA }
const COLOURS = ["White", "Black", "Sage", "Clay", "Sand", "Ocean"]

export const GOODS = [
  goods(
    "Assam Mokalbari",
    "ASSAM",
    { ...TEA, price: [9.5, 19.9] },
    "Strong and malty, takes milk."
  ),
  goods("Earl Grey Bergamotto", "EARLGR", { ...TEA, price: [9.9, 20.9] }, "Real bergamot oil."),
  goods("Gunpowder Mint", "GUNMINT", { ...TEA, price: [8.9, 18.5] }, "Green tea with nana mint."),
  goods(
    "Rooibos Orange",
    "ROOIB",
    { ...TEA, price: [8.5, 17.5] },
    "No caffeine, with orange peel."
  ),
  goods(
    "Jasmine Pearls",
    "JASMIN",
    { ...TEA, price: [15.9, 36] },
    "Hand-rolled, scented five times."
  ),
  goods("Alpine Herbs", "ALPINE", { ...TEA, price: [7.9, 15.9] }, "Verbena, thyme, elderflower."),

  goods(
    "Ceramic Dripper",
    "DRIP",
    {
      category: "brewing",
      options: { Size: ["01", "02"], Colour: ["White", "Black", "Sage"] },
      price: [22.9, 26.9],
    },
    "Cone dripper with spiral ribs. 01 brews for one, 02 for up to four."
  ),
  goods(
    "Paper Filters",
    "FILTER",
    { category: "brewing", options: { Size: ["01", "02"], Pack: ["40", "100"] }, price: 5.9 },
    "Unbleached, for our drippers."
  ),
  goods(
    "Gooseneck Kettle",
    "KETTLE",
    {
      category: "brewing",
      options: { Volume: ["0.6 l", "1.0 l"], Colour: ["Steel", "Black"] },
      price: [79, 99],
    },
    "Holds its temperature to the degree for half an hour."
  ),
  goods(
    "Hand Grinder",
    "GRINDER",
    { category: "brewing", options: { Colour: ["Steel", "Black"] }, price: 119 },
    "Steel burrs, 38 clicks, fits in a coat pocket."
  ),
  goods(
    "Electric Grinder",
    "EGRIND",
    {
      category: "brewing",
      options: { Colour: ["White", "Black"] },
      price: 329,
      backorder: true,
    },
    "Flat burrs, 64 mm. Made to order when the shelf is empty."
  ),
  goods(
    "Moka Pot",
    "MOKA",
    {
      category: "brewing",
      options: { Cups: ["1 cup", "3 cups", "6 cups", "9 cups"] },
      price: [24.9, 32.9, 42.9, 54.9],
    },
    "Cast aluminium, made in Omegna."
  ),
  goods(
    "French Press",
    "PRESS",
    {
      category: "brewing",
      options: { Volume: ["0.35 l", "1.0 l"], Colour: ["Steel", "Black"] },
      price: [34.9, 44.9],
    },
    "Double-walled, with a filter that can be taken apart."
  ),
  goods(
    "Brewing Scale",
    "SCALE",
    { category: "brewing", options: { Colour: ["White", "Black"] }, price: 64.9 },
    "To a tenth of a gram, with a timer."
  ),
  goods(
    "Milk Pitcher",
    "PITCHER",
    { category: "brewing", options: { Volume: ["0.35 l", "0.6 l"] }, price: [21.9, 26.9] },
    "Brushed steel, sharp spout."
  ),
  goods(
    "Espresso Cup",
    "ESPCUP",
    { category: "table", options: { Colour: COLOURS }, price: 9.9 },
    "Stoneware, 70 ml."
  ),
  goods(
    "Breakfast Mug",
    "MUG",
    { category: "table", options: { Colour: COLOURS }, price: 16.9 },
    "Stoneware, 350 ml."
  ),
  goods(
    "Teapot",
    "TEAPOT",
    {
      category: "table",
      options: { Volume: ["0.6 l", "1.0 l"], Colour: ["White", "Black", "Sage"] },
      price: [38.9, 46.9],
    },
    "Stoneware with a steel strainer."
  ),
  goods(
    "Tea Infuser",
    "INFUSER",
    { category: "table", options: { Size: ["Mug", "Pot"] }, price: [11.9, 14.9] },
    "Fine steel mesh with a lid that catches the drops."
  ),
  goods(
    "Glass Server",
    "SERVER",
    {
      category: "brewing",
      options: { Volume: ["0.4 l", "0.6 l", "0.8 l"] },
      price: [24.9, 27.9, 31.9],
    },
    "Borosilicate glass. Breaks now and then on the way: look at returns."
  ),
  goods(
    "Linen Tea Towel",
    "TOWEL",
    {
      category: "kitchen",
      options: { Pattern: ["Plain", "Stripe", "Check", "Harbour"] },
      price: 14.9,
    },
    "Washed linen, 50 × 70 cm."
  ),
  goods(
    "Barista Apron",
    "APRON",
    { category: "kitchen", options: { Colour: ["Black", "Sage", "Ocean"] }, price: 49.9 },
    "Waxed cotton, leather straps."
  ),
  goods(
    "Oak Board",
    "BOARD",
    { category: "kitchen", options: { Size: ["S", "M", "L"] }, price: [29.9, 44.9, 64.9] },
    "One piece of oak, oiled."
  ),
  goods(
    "Chef's Knife",
    "KNIFE",
    {
      category: "kitchen",
      options: { Blade: ["16 cm", "20 cm", "24 cm"] },
      price: [79, 89, 109],
    },
    "Carbon steel, hand-sharpened in Solingen."
  ),
  goods(
    "Cast-Iron Pan",
    "PAN",
    {
      category: "kitchen",
      options: { Size: ["20 cm", "24 cm", "28 cm"] },
      price: [49.9, 64.9, 79.9],
    },
    "Seasoned, and heavier than it looks."
  ),
  goods(
    "Storage Jar",
    "JAR",
    {
      category: "kitchen",
      options: { Volume: ["0.25 l", "0.5 l", "1.0 l", "2.0 l"] },
      price: [11.9, 14.9, 18.9, 24.9],
    },
    "Keeps a bag of beans fresh: glass with a steel clamp."
  ),
]

/** Kits: a variant made of other variants' stock. Parts are SKUs, or grams of a coffee's pool. */
export const KITS = [
  {
    title: "Pour-over Starter Set",
    sku: "KIT-POUR",
    about: "Dripper 02, glass server, a hundred filters and a bag of Kontor.",
    option: "Colour",
    price: 62.9,
    variants: ["White", "Black", "Sage"].map((colour) => ({
      value: colour,
      parts: {
        [`DRIP-02-${colour.toUpperCase()}`]: 1,
        "SERVER-0.6L": 1,
        "FILTER-02-100": 1,
        "KONTOR-POOL": 250,
      },
    })),
  },
  {
    title: "Espresso Cups, Set of Four",
    sku: "KIT-CUPS",
    about: "Four cups of one colour, in a box.",
    option: "Colour",
    price: 34.9,
    variants: COLOURS.map((colour) => ({
      value: colour,
      parts: { [`ESPCUP-${colour.toUpperCase()}`]: 4 },
    })),
  },
  {
    title: "Breakfast for Two",
    sku: "KIT-BREAK",
    about: "Two mugs, a tea towel and half a kilogram of coffee.",
    option: "Coffee",
    price: 56.9,
    variants: [
      { value: "Sidamo", parts: { "MUG-CLAY": 2, "TOWEL-STRIPE": 1, "SIDAMO-POOL": 500 } },
      { value: "Huila", parts: { "MUG-OCEAN": 2, "TOWEL-HARBOUR": 1, "HUILA-POOL": 500 } },
      { value: "Santos", parts: { "MUG-SAND": 2, "TOWEL-CHECK": 1, "SANTOS-POOL": 500 } },
    ],
  },
]

/** Bottles that are sold one by one and by the case, from one stock of bottles. */
export const BY_CASE = [
  {
    title: "Cold Brew, 0.33 l",
    sku: "COLDBREW",
    category: "coffee",
    about: "Steeped for eighteen hours, bottled on the same day.",
    option: "Pack",
    variants: [
      { value: "Bottle", price: 4.2, parts: { "COLDBREW-POOL": 1 } },
      { value: "Case", price: 44, parts: { "COLDBREW-POOL": 12 } },
    ],
  },
]

/** Not a thing, so Medusa does not track its stock. */
export const COURSE = {
  title: "Cupping Evening",
  sku: "COURSE",
  about: "Six coffees, two hours, one long table.",
  option: "City",
  price: 39,
  values: ["Hamburg", "Copenhagen", "Amsterdam"],
}

function coffee(title, sku, prices, about) {
  return { title, sku, prices, about, category: "coffee" }
}

/** Spells out every combination of the options as a variant with its SKU and price. */
function goods(title, sku, { category, options, price, backorder = false }, about) {
  const [first, ...rest] = Object.entries(options)
  let variants = first[1].map((value, index) => ({
    options: { [first[0]]: value },
    price: Array.isArray(price) ? price[index] : price,
  }))
  for (const [name, values] of rest) {
    variants = variants.flatMap((variant) =>
      values.map((value) => ({ ...variant, options: { ...variant.options, [name]: value } }))
    )
  }
  return {
    title,
    sku,
    category,
    about,
    options,
    variants: variants.map((variant) => ({
      ...variant,
      backorder,
      sku: [sku, ...Object.values(variant.options).map(skuPart)].join("-"),
      title: Object.values(variant.options).join(" / "),
    })),
  }
}

/** "0.6 l" is `0.6L`, "Bag 250 g" is `BAG250G`. */
function skuPart(value) {
  return value.replace(/\s/g, "").toUpperCase()
}
