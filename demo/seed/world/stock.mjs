/**
 * What lies on the shelves on the first morning, per location: a range of pieces (grams for the
 * coffee pools) that the seed draws from, by the category of the item.
 */
export const SHELVES = {
  coffee: {
    hamburg: [90_000, 180_000],
    lyon: [45_000, 90_000],
    amsterdam: [9_000, 16_000],
    copenhagen: [9_000, 16_000],
    roastery: [250_000, 400_000],
  },
  tea: { hamburg: [70, 160], lyon: [40, 90], amsterdam: [14, 28], copenhagen: [14, 28] },
  brewing: { hamburg: [45, 140], lyon: [24, 70], amsterdam: [10, 18], copenhagen: [10, 18] },
  table: { hamburg: [90, 220], lyon: [50, 110], amsterdam: [18, 36], copenhagen: [18, 36] },
  kitchen: { hamburg: [40, 110], lyon: [20, 60], amsterdam: [8, 16], copenhagen: [8, 16] },
}

/**
 * Where the shelves are known to the piece. These items are left out of the day's trade (see
 * `RESERVED_FOR_STORIES`), so each keeps the figures that its story needs.
 */
export const KNOWN = {
  // Weighed goods: the figures have decimals.
  "DARJ-KG": { hamburg: 18.75, lyon: 9.5, amsterdam: 4.35, copenhagen: 3.2 },
  "SENCHA-KG": { hamburg: 22.4, lyon: 7.125, amsterdam: 5.05, copenhagen: 2.875 },
  // Cases of twelve, some of them opened.
  "COLDBREW-POOL": { hamburg: 1020, lyon: 366, amsterdam: 30, copenhagen: 42 },
  // Fits an order of twelve only over both warehouses.
  "TEAPOT-1.0L-SAGE": { hamburg: 7, lyon: 6, amsterdam: 0, copenhagen: 2 },
  // Nearly gone, and gone.
  "KNIFE-24CM": { hamburg: 2, lyon: 0, amsterdam: 1, copenhagen: 1 },
  "MOKA-9CUPS": { hamburg: 0, lyon: 0, amsterdam: 0, copenhagen: 0, roastery: 40 },
  "APRON-OCEAN": { hamburg: 3, lyon: 1, copenhagen: 2 },
  // Sold on backorder once the two are gone.
  "EGRIND-WHITE": { hamburg: 1, lyon: 1 },
  // Only in the shops.
  "JAR-2.0L": { amsterdam: 6, copenhagen: 5 },
}

export const RESERVED_FOR_STORIES = Object.keys(KNOWN).filter((sku) => !sku.endsWith("-KG"))
