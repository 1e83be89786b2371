import fc from "fast-check"

import type { Variant, World } from "./model"

const ITEMS = ["BOLT", "NUT"]
const PLACES = ["Berlin", "Lyon", "Oslo", "Rome"]
const CHANNELS = ["web", "fair"]

const quarters = (min: number, max: number) =>
  fc.integer({ min: min * 4, max: max * 4 }).map((n) => n / 4)
const often = <T>(usual: T, other: T) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, fc.constant(other))
const item = fc.constantFrom(...ITEMS)
const place = fc.constantFrom(...PLACES)
export const channels = fc.constantFrom(...CHANNELS)

/** Any stock, holds, transfers and rules of two items at four places. */
export const worlds: fc.Arbitrary<World> = fc.record({
  places: fc
    .tuple(
      ...PLACES.map((id) =>
        fc.record({
          id: fc.constant(id),
          active: often(true, false),
          kind: fc.constantFrom("warehouse" as const, "store" as const, "supplier" as const),
          channels: often(CHANNELS, ["fair"]),
          lead: fc.option(fc.integer({ min: 0, max: 3 })),
        })
      )
    )
    .map((all) => all),
  levels: fc.uniqueArray(
    fc.record({
      item,
      place,
      available: fc.oneof(quarters(-6, 12), quarters(-3, 1)),
      open: often(true, false),
    }),
    { minLength: 2, maxLength: 8, size: "max", selector: (one) => one.item + one.place }
  ),
  holds: fc
    .array(
      fc.record({ item, committedAt: place, quantity: quarters(1, 5), live: often(true, false) }),
      { maxLength: 3 }
    )
    .map((all) => all.map((one, n) => ({ ...one, id: `ihold_${n}` }))),
  lines: fc.array(
    fc
      .record({
        item,
        from: place,
        to: place,
        status: fc.constantFrom("pending", "pending", "partial", "draft", "received", "canceled"),
        deduction: fc.constantFrom("on_pending" as const, "on_receipt" as const),
        expected: fc.option(fc.integer({ min: -2, max: 9 }), { freq: 5 }),
        quantity: quarters(4, 12),
        parts: fc.tuple(quarters(0, 2), quarters(0, 1), quarters(0, 2)),
        held: fc.oneof(fc.constant(0), quarters(0, 4)),
        hold: fc.option(fc.constantFrom("ihold_0", "ihold_1", "ihold_2")),
      })
      .filter(({ from, to }) => from !== to)
      .map(({ parts: [accepted, rejected, ended], ...line }) => ({
        ...line,
        ...{ accepted, rejected, ended },
        status: line.status as World["lines"][number]["status"],
      })),
    { minLength: 2, maxLength: 6, size: "max" }
  ),
  rules: fc
    .uniqueArray(
      fc.record({
        item: fc.option(item, { freq: 2 }),
        at: fc
          .constantFrom("each_location", "location", "channel", "together", "together")
          .chain((at) =>
            fc.record({
              at: fc.constant(at as World["rules"][number]["at"]),
              place: at === "location" ? place : fc.constant(null),
              channel: at === "channel" ? channels : fc.constant(null),
            })
          ),
        threshold: fc.oneof(quarters(0, 8), quarters(6, 24)),
        enabled: often(true, false),
        stops: fc.boolean(),
      }),
      {
        minLength: 1,
        maxLength: 5,
        size: "max",
        selector: ({ item: of, at }) => JSON.stringify([of, at]),
      }
    )
    .map((all) => all.map(({ at, ...rule }) => ({ ...rule, ...at }))),
})

const PARTS = { maxLength: 2, selector: (one: { item: string }) => one.item, size: "max" } as const
const part = fc.record({ item, required: fc.constantFrom(1, 2, 0.5) })
/** Up to three variants, most of them made of something. */
export const variants: fc.Arbitrary<Variant[]> = fc
  .array(
    fc.record({
      managed: often(true, false),
      backorder: often(false, true),
      parts: fc.oneof(
        fc.uniqueArray(part, { ...PARTS, minLength: 2 }),
        fc.uniqueArray(part, PARTS)
      ),
    }),
    { minLength: 1, maxLength: 3, size: "max" }
  )
  .map((all) => all.map((one, n) => ({ ...one, id: `variant_${n}` })))
