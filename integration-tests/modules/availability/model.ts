/**
 * What shoppers are told, worked out slowly and plainly: one thing after the other, over all that there
 * is. Quantities are multiples of a quarter, which JavaScript's numbers have exactly.
 */
export interface Place {
  id: string
  active: boolean
  kind: "warehouse" | "store" | "supplier"
  channels: string[]
  lead: number | null
}

interface Level {
  item: string
  place: string
  available: number
  open: boolean
}

interface Hold {
  id: string
  item: string
  committedAt: string
  quantity: number
  live: boolean
}

interface Line {
  item: string
  from: string
  to: string
  status: "draft" | "pending" | "partial" | "received" | "canceled"
  deduction: "on_pending" | "on_receipt"
  /** Days from today on; null where nobody knows. */
  expected: number | null
  quantity: number
  accepted: number
  rejected: number
  ended: number
  held: number
  hold: string | null
}

interface Rule {
  item: string | null
  at: "each_location" | "location" | "channel" | "together"
  place: string | null
  channel: string | null
  threshold: number
  enabled: boolean
  stops: boolean
}

export interface World {
  places: Place[]
  levels: Level[]
  holds: Hold[]
  lines: Line[]
  rules: Rule[]
}

export interface Variant {
  id: string
  managed: boolean
  backorder: boolean
  parts: { item: string; required: number }[]
}

/** As the service tells it. */
export interface Told {
  status: string
  quantity: string | null
  /** "10 on day 4" */
  promised: string | null
  /** "12 in_stock" by location. */
  places: Record<string, string>
}

const above = (quantity: number) => Math.max(quantity, 0)
const add = (quantities: number[]) => quantities.reduce((sum, one) => sum + one, 0)

export function expected(world: World, channel: string, variant: Variant): Told {
  const places = world.places.filter((one) => one.active && one.channels.includes(channel))
  if (!variant.managed) {
    const all = places.map(({ id }) => [id, "in_stock"])
    return { status: "in_stock", quantity: null, promised: null, places: Object.fromEntries(all) }
  }
  const parts = variant.parts.map((part) => ({ ...part, ...factsOf(world, channel, part.item) }))
  const makes = (have: (part: (typeof parts)[number]) => number) =>
    parts.length
      ? Math.min(...parts.map((part) => Math.floor(above(have(part)) / part.required)))
      : 0
  const low = parts.some((part) => part.low)
  const status = (quantity: number, backorder: boolean) =>
    quantity > 0 ? (low ? "low_stock" : "in_stock") : backorder ? "backorder" : "out_of_stock"
  const quantity = makes((part) => part.sellable)
  let promised: string | null = null
  for (let day = 0; day < 60 && quantity === 0 && promised === null; day++) {
    const then = makes((part) => {
      const arrived = part.arrivals.filter((one) => one.day <= day).map((one) => one.quantity)
      return part.sellable + add(arrived) - part.owed
    })
    if (then > 0) promised = `${then} on day ${day}`
  }
  return {
    ...{ status: status(quantity, variant.backorder), quantity: String(quantity), promised },
    places: Object.fromEntries(
      places.map(({ id }) => {
        const here = makes((part) => part.at(id))
        return [id, `${here} ${status(here, false)}`]
      })
    ),
  }
}

function factsOf(world: World, channel: string, item: string) {
  const serves = (place: Place, of: string | null) =>
    place.active && (of === null ? place.channels.length > 0 : place.channels.includes(of))
  const place = (id: string) => world.places.find((one) => one.id === id)
  const sold = (id: string, of: string | null) => {
    const found = place(id)
    return found !== undefined && serves(found, of)
  }
  const levels = world.levels.filter((one) => one.item === item && one.open)
  const mine = levels.filter((one) => sold(one.place, channel))
  const together = (of: string | null) =>
    add(levels.filter((one) => sold(one.place, of)).map((one) => above(one.available)))

  const decides = (fits: (rule: Rule) => boolean) => {
    const own = world.rules.filter((rule) => rule.item === item && fits(rule))
    return own[0] ?? world.rules.find((rule) => rule.item === null && fits(rule))
  }
  const isOf = (rule: Rule, of: string | null) =>
    of === null ? rule.at === "together" : rule.at === "channel" && rule.channel === of
  const stops = (rule: Rule | undefined) =>
    rule?.enabled && rule.stops ? rule.threshold : undefined
  const keptAt = (id: string): number => {
    const ownPlace = (rule: Rule) => rule.at === "location" && rule.place === id
    const each = (rule: Rule) => {
      const found = place(id)
      return rule.at === "each_location" && found?.active === true && found.kind !== "supplier"
    }
    const ranked = [
      world.rules.find((rule) => rule.item === item && ownPlace(rule)),
      world.rules.find((rule) => rule.item === item && each(rule)),
      world.rules.find((rule) => rule.item === null && ownPlace(rule)),
      world.rules.find((rule) => rule.item === null && each(rule)),
    ]
    return stops(ranked.find((rule) => rule !== undefined)) ?? 0
  }
  // What is low is said by one rule: the item's before the default's, the channel's before that for all.
  const speaks = [
    ...[item, null].flatMap((of) =>
      [channel, null].map((where) =>
        world.rules.find((rule) => rule.item === of && isOf(rule, where))
      )
    ),
  ].find((rule) => rule !== undefined)
  const pools = (levels.length ? [channel, null] : []).flatMap((of) => {
    const threshold = stops(decides((rule) => isOf(rule, of)))
    const any = levels.some((one) => sold(one.place, of))
    return threshold === undefined || !any ? [] : { threshold, there: together(of) }
  })
  const cap = (quantity: number) =>
    Math.min(quantity, ...pools.map((pool) => above(pool.there - pool.threshold)))
  const at = (id: string) => {
    const level = mine.find((one) => one.place === id)
    return level ? cap(above(level.available - keptAt(id))) : 0
  }
  const lacking = add(mine.map((one) => above(keptAt(one.place) - above(one.available))))
  const missing = Math.max(lacking, ...pools.map((pool) => above(pool.threshold - pool.there)))

  const coming = world.lines
    .filter((one) => one.item === item && sold(one.to, channel))
    .filter((one) => one.status === "pending" || one.status === "partial")
    .map((one) => {
      const left = above(one.quantity - one.accepted - one.rejected - one.ended)
      const hold = world.holds.find((other) => other.id === one.hold && other.live)
      return {
        ...one,
        free: left - Math.min(left, Math.max(one.held, hold?.quantity ?? 0)),
        kept: one.deduction === "on_pending" ? Math.min(one.held, left) : 0,
        lead: place(one.to)?.lead ?? 0,
      }
    })
  const held = world.holds.filter(
    (one) => one.item === item && one.live && sold(one.committedAt, channel)
  )
  const short = add(mine.map((one) => above(-one.available)))
  const covered = add(held.map((one) => one.quantity)) + add(coming.map((one) => one.kept))
  return {
    at,
    sellable: cap(add(mine.map((one) => above(one.available - keptAt(one.place))))),
    low: speaks !== undefined && speaks.enabled && together(channel) <= speaks.threshold,
    owed: above(short - covered) + missing,
    arrivals: coming
      .filter((one) => one.expected !== null && one.expected >= 0)
      .filter((one) => !(one.deduction === "on_receipt" && sold(one.from, channel)))
      .map((one) => ({ day: (one.expected ?? 0) + one.lead, quantity: one.free })),
  }
}
