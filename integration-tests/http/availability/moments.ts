import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** How many rows of the ledger each level has: one moment of the stock, as "item location" → rows. */
export type Moment = ReadonlyMap<string, number>

interface Row {
  level: string
  sequence: number
  state: string
  after: string
  transaction: string
  source: string | null
}

interface Database {
  raw(text: string, values: unknown[]): Promise<{ rows: unknown[] }>
}

/** What one database transaction wrote: of each level, its first and last row. */
type Step = Map<string, { first: number; last: number }>

const LEVEL = "t.inventory_item_id || ' ' || t.location_id"

/**
 * The stock of some items at every moment that there has been, by the ledger. Moments are told by the
 * levels' own sequences and by the transactions that wrote them, not by clocks: a transaction is there
 * with all of its rows or with none.
 */
export class Moments {
  private constructor(
    private readonly steps: Step[],
    private readonly available: Map<string, { sequence: number; after: number }[]>,
    private readonly bySource: Map<string, Step[]>
  ) {}

  /** The moment that is now. */
  static async now(container: MedusaContainer, items: string[]): Promise<Moment> {
    const rows = await read<{ level: string; sequence: string }>(
      container,
      `select ${LEVEL} as level, t.sequence::text from inventory_level_state t
        where t.inventory_item_id = any(?)`,
      [items]
    )
    return new Map(rows.map(({ level, sequence }) => [level, Number(sequence)]))
  }

  /** Reads the ledger when everything is over. */
  static async read(container: MedusaContainer, items: string[]): Promise<Moments> {
    const rows = await read<Row>(
      container,
      `select ${LEVEL} as level, t.sequence::int as sequence, t.state, t.balance_after::text as after,
          m.xmin::text as transaction, m.source
        from inventory_transaction t join inventory_movement m on m.id = t.movement_id
        where t.inventory_item_id = any(?) order by t.sequence`,
      [items]
    )
    const steps = new Map<string, Step>()
    const available = new Map<string, { sequence: number; after: number }[]>()
    const bySource = new Map<string, Set<Step>>()
    for (const { level, sequence, state, after, transaction, source } of rows) {
      const step: Step = steps.get(transaction) ?? new Map()
      steps.set(transaction, step)
      step.set(level, { first: step.get(level)?.first ?? sequence, last: sequence })
      if (state === "available") {
        available.set(level, [...(available.get(level) ?? []), { sequence, after: Number(after) }])
      }
      const named = source ?? ""
      bySource.set(named, (bySource.get(named) ?? new Set()).add(step))
    }
    return new Moments(
      [...steps.values()],
      available,
      new Map([...bySource].map(([source, made]) => [source, [...made]]))
    )
  }

  /** How many transactions have changed the stock. */
  get count(): number {
    return this.steps.length
  }

  /** The first moment at which everything is there that requests had done which were answered by then. */
  since(sources: string[], from: Moment): Moment {
    const moment = new Map(from)
    const reach = (step: Step) =>
      step.forEach(({ last }, level) => moment.set(level, Math.max(last, moment.get(level) ?? 0)))
    sources.forEach((source) => this.bySource.get(source)?.forEach(reach))
    // Whatever had to be there before that was there as well, with all of its rows.
    for (let grown = true; grown;) {
      const before = [...moment.values()].join()
      this.steps
        .filter((step) => [...step].some(([level, { first }]) => (moment.get(level) ?? 0) >= first))
        .forEach(reach)
      grown = [...moment.values()].join() !== before
    }
    return moment
  }

  /** Every moment that there may have been between two: in which order transactions came, levels tell. */
  between(first: Moment, last: Moment): Moment[] {
    const name = (moment: Moment) => [...moment].map(String).sort().join(";")
    const found = new Map([[name(first), first]])
    const open = [first]
    for (let moment = open.pop(); moment; moment = open.pop()) {
      for (const step of this.steps) {
        const follows = [...step].every(
          ([level, range]) =>
            range.first === (moment?.get(level) ?? 0) + 1 && range.last <= (last.get(level) ?? 0)
        )
        if (!follows) continue
        const next = new Map(moment)
        step.forEach((range, level) => next.set(level, range.last))
        if (!found.has(name(next))) {
          found.set(name(next), next)
          open.push(next)
        }
      }
    }
    return [...found.values()]
  }

  /** What an item's levels had above zero at a moment, together. */
  together(item: string, moment: Moment): number {
    return [...moment]
      .filter(([level]) => level.startsWith(`${item} `))
      .map(([level, sequence]) => {
        const rows = this.available.get(level)?.filter((row) => row.sequence <= sequence)
        return Math.max(rows?.at(-1)?.after ?? 0, 0)
      })
      .reduce((sum, units) => sum + units, 0)
  }
}

async function read<T>(container: MedusaContainer, text: string, values: unknown[]): Promise<T[]> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Database
  return (await database.raw(text, values)).rows as T[]
}
