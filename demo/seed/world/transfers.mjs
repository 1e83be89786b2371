/**
 * What is moved between the locations, in the order in which it is drafted. Each entry is a transfer and
 * the steps that it has taken since. `expected` is in days from today. Of the Trieste Roastery, which
 * supplies the beans, quantities are grams.
 */
export const TRANSFERS = [
  {
    from: "lyon",
    to: "hamburg",
    reference: "Rebalancing, week 46",
    carrier: "DPD",
    tracking_number: "0155 0207 4410 82",
    lines: { "JAR-0.25L": 10, "TOWEL-STRIPE": 8 },
    steps: [["pending"], ["receive", { accept_rest: true, note: "Complete, two boxes" }]],
  },
  {
    from: "hamburg",
    to: "amsterdam",
    reference: "Replenishment AMS-31",
    carrier: "PostNL",
    tracking_number: "3SNRDL5550192",
    expected: 1,
    lines: { "SERVER-0.6L": 12, "DRIP-02-SAGE": 6, "DARJ-KG": 1.25 },
    steps: [
      ["pending", { note: "Two boxes, the glass goes separately" }],
      [
        "receive",
        {
          note: "First box only",
          lines: {
            "SERVER-0.6L": { accepted: 7, rejected: 1, disposition: "damaged", reason: "broken" },
            "DARJ-KG": { accepted: 1.25 },
          },
        },
      ],
    ],
  },
  {
    from: "roastery",
    to: "hamburg",
    reference: "PO 5512",
    note: "Roasted on Monday",
    carrier: "DSV",
    tracking_number: "DSV 4471 2093",
    expected: 9,
    lines: { "KONTOR-POOL": 60_000, "HAFEN-POOL": 40_000 },
    steps: [["pending"]],
  },
  {
    from: "roastery",
    to: "lyon",
    reference: "PO 5498",
    carrier: "Fercam",
    expected: -3,
    lines: { "SIDAMO-POOL": 20_000 },
    steps: [["pending"]],
  },
  {
    from: "roastery",
    to: "hamburg",
    reference: "PO 5520",
    note: "The pots come with the beans' lorry",
    carrier: "DSV",
    expected: 16,
    lines: { "MOKA-9CUPS": 15 },
    steps: [["pending"]],
  },
  {
    from: "copenhagen",
    to: "amsterdam",
    reference: "Aprons for the cupping evening",
    lines: { "APRON-SAGE": 2 },
    steps: [["pending"], ["cancel", { note: "The evening is in Copenhagen now" }]],
  },
  {
    from: "hamburg",
    to: "copenhagen",
    reference: "Shop window, December",
    note: "Nothing leaves before the window is cleared",
    lines: { "MUG-SAGE": 6, "ESPCUP-SAND": 8, "SENCHA-KG": 0.75 },
    steps: [],
  },
]

/** An order that one warehouse cannot fill alone: what the other one holds is drafted as a transfer. */
export const SHORT_ORDER = {
  who: 16,
  lines: [{ sku: "TEAPOT-1.0L-SAGE", quantity: 12 }],
  reference: "Teapots for one order",
}
