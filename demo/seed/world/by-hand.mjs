/**
 * What people did to the stock by hand, in Stockroom's own terms: one entry is one movement, with
 * its reason and a note. A level is named by place and SKU.
 */
export const BY_HAND = [
  {
    reason: "damaged",
    note: "Fell off the pallet while unloading",
    changes: [move("hamburg", "PAN-28CM", "available", "damaged", 3)],
  },
  {
    reason: "damaged",
    note: "Cracked in the shop window, on sale next week as seconds",
    changes: [
      move("copenhagen", "MUG-OCEAN", "available", "damaged", 2),
      move("copenhagen", "ESPCUP-CLAY", "available", "damaged", 1),
    ],
  },
  {
    reason: "inspection",
    note: "Clamps of batch 2231 do not close: hold them back until the maker has answered",
    changes: [
      move("lyon", "JAR-0.5L", "available", "quality_control", 8),
      move("lyon", "JAR-1.0L", "available", "quality_control", 6),
    ],
  },
  {
    reason: "safety_stock",
    note: "Always keep a week of the house blend for the office subscriptions",
    changes: [
      move("hamburg", "KONTOR-POOL", "available", "safety", 10_000),
      move("lyon", "KONTOR-POOL", "available", "safety", 4_000),
    ],
  },
  {
    reason: "stocktaking",
    note: "Kitchen shelf in Amsterdam",
    changes: [
      count("amsterdam", "BOARD-S", 9),
      count("amsterdam", "BOARD-M", 7),
      count("amsterdam", "KNIFE-20CM", 8),
    ],
  },
  {
    reason: "sample",
    note: "Cupping evening in Hamburg",
    changes: [
      adjust("hamburg", "SIDAMO-POOL", -350),
      adjust("hamburg", "HUILA-POOL", -350),
      adjust("hamburg", "DARJ-KG", -0.045),
    ],
  },
  {
    reason: "delivery",
    note: "Typed 400 for 40",
    changes: [adjust("lyon", "FILTER-02-100", 400)],
    undo: "A zero too many",
  },
  {
    reason: "delivery",
    note: "Delivery note 88120",
    changes: [adjust("lyon", "FILTER-02-100", 40)],
  },
]

function move(place, sku, from, to, quantity) {
  return { op: "move", place, sku, from, to, quantity }
}

function count(place, sku, quantity) {
  return { op: "count", place, sku, quantity }
}

function adjust(place, sku, quantity) {
  return { op: "adjust", place, sku, state: "available", quantity }
}
