/**
 * From which quantity on stock is low, and what is done about it then. Made once the shelves are full; a
 * rule without `sku` is the store's default. There is no provider for e-mails in this store, so that
 * telling the buyers fails, and can be seen to.
 */
export const RULES = [
  {
    place: "each_location",
    threshold: 2,
    reorder_to: 12,
    actions: [{ identifier: "notify" }],
    note: "Two of anything is too few to look like a shop",
  },
  {
    sku: "KNIFE-24CM",
    place: "location",
    at: "hamburg",
    threshold: 3,
    lead_time_days: 21,
    reorder_to: 20,
    actions: [{ identifier: "notify", options: { to: ["buyers@nordlicht.example"] } }],
    note: "Forged in Sakai; three weeks by sea",
  },
  {
    sku: "BOARD-M",
    place: "location",
    at: "amsterdam",
    threshold: 6,
    reorder_to: 14,
    actions: [{ identifier: "notify" }, { identifier: "draft_transfer" }],
  },
  {
    sku: "TEAPOT-1.0L-SAGE",
    place: "channel",
    in: "web",
    threshold: 4,
    lead_time_days: 10,
    actions: [{ identifier: "notify" }],
  },
  {
    sku: "KONTOR-POOL",
    place: "together",
    threshold: 60_000,
    lead_time_days: 5,
    reorder_to: 400_000,
    actions: [],
    note: "Grams. The roastery needs five days",
  },
]

/** What happens at the end of the month: shelves that run low or are filled. */
export const CHANGES = [
  {
    reason: "damaged",
    note: "Split in the dry air of the shop window",
    changes: [adjust("amsterdam", "BOARD-M", -2)],
  },
  {
    reason: "delivery",
    note: "Delivery note 88174",
    changes: [adjust("copenhagen", "APRON-OCEAN", 10)],
  },
]

/** What people have said of the alerts. */
export const ANSWERS = [
  { sku: "KNIFE-24CM", at: "hamburg", say: "acknowledge", note: "Ordered: PO 5530" },
  { sku: "KNIFE-24CM", at: "amsterdam", say: "acknowledge", note: "Comes with PO 5530" },
  { sku: "KNIFE-24CM", at: "copenhagen", say: "mute", days: 21 },
  { sku: "EGRIND-WHITE", at: "lyon", say: "resolve", note: "White is not made any more" },
]

function adjust(place, sku, quantity) {
  return { op: "adjust", place, sku, state: "available", quantity }
}
