import { randomUUID } from "node:crypto"

import type { Who } from "../../../src/modules/inventory"
import { createDatabase, type Database } from "../databases"
import { type RunningModule, startModule } from "../start-module"
import { Calls, ITEMS, LOCATIONS } from "./calls"
import { Dice } from "./dice"
import { compareMovements, compareState, type Facts, Witness } from "./facts"
import { Model } from "./model"
import { type Call, nameOf, Refused } from "./terms"
import { isRefusal, type Outcome, play, predict, show } from "./play"

/** A call of a round, what it came to, and what the ledger says it did. */
interface Made {
  id: string
  call: Call
  outcome: Outcome
  written: Facts["movements"]
}

const CALLERS = 12

/**
 * What they come upon depends on the moment at which they look: a reservation that is made for the same
 * line or location meanwhile may be left. That is as good as its being made afterwards.
 */
const BY_LINE_OR_LOCATION = [
  "deleteReservationItemsByLineItem",
  "deleteReservationItemByLocationId",
]

/** Calls that the ledger alone does not show what they came upon. */
const LEFT_OUT = ["restoreReservationItemsByLineItem", "deleteInventoryItemLevelByLocationId"]

/**
 * Several callers at once, through two servers, on one database. After every round there must be an
 * order of its calls, one that the ledger's own order allows, in which the model does exactly what was
 * done and refuses what was refused.
 */
export class Crowd {
  private model = new Model()
  private readonly dice: Dice
  private readonly calls: Calls
  private round = 0
  private readonly deadEnds = new Set<string>()
  readonly tally = { made: 0, refused: 0 }

  private constructor(
    private readonly seed: number,
    private readonly database: Database,
    private readonly servers: RunningModule[],
    private readonly witness: Witness
  ) {
    this.dice = new Dice(seed)
    this.calls = new Calls(this.dice)
  }

  static async open(seed: number, template: Database): Promise<Crowd> {
    const database = await createDatabase(template.name)
    const servers = [
      await startModule("stockroom", database, { migrate: false }),
      await startModule("stockroom", database, { migrate: false }),
    ]
    const witness = new Witness(database)
    await witness.prepare()
    return new Crowd(seed, database, servers, witness)
  }

  async close(): Promise<void> {
    for (const server of this.servers) await server.stop()
    await this.database.drop()
  }

  async run(rounds: number): Promise<void> {
    await this.stockEverything()
    for (this.round = 1; this.round <= rounds; this.round++) {
      const calls = Array.from({ length: CALLERS }, () => this.nextCall())
      await this.settle(await Promise.all(calls.map((call) => this.make(call))))
    }
    const { drifts } = await this.servers[0].service.verify()
    if (drifts.length) this.fail(`verify finds ${show(drifts)}`, [])
  }

  private async stockEverything(): Promise<void> {
    const items = ITEMS.map((id) => ({ id, sku: id }))
    const levels = ITEMS.flatMap((item) =>
      LOCATIONS.map((location) => ({
        ...{ id: `ilev_${item}_${location}`, inventory_item_id: item, location_id: location },
        stocked_quantity: 100,
      }))
    )
    const made: Made[] = []
    for (const call of [
      { method: "createInventoryItems", args: [items] },
      { method: "createInventoryLevels", args: [levels] },
    ]) {
      made.push(await this.make(call))
    }
    await this.settle(made)
  }

  /** A call whose effect, if it has any, is in the ledger: there its place among the others shows. */
  private nextCall(): Call {
    for (;;) {
      const call = this.calls.next(this.model)
      const predicted = predict(this.model, call)
      const silent =
        predicted instanceof Model &&
        !predicted.posted.length &&
        predicted.fingerprint() !== this.model.fingerprint()
      const unseen =
        LEFT_OUT.includes(call.method) ||
        (call.method === "updateReservationItems" && !onlyQuantities(call))
      if (!silent && !unseen) return call
    }
  }

  private async make(call: Call): Promise<Made> {
    const id = randomUUID()
    const who = (): Who => ({
      actor: { type: "system", id: null },
      source: call.method,
      correlationId: id,
      references: {},
    })
    const server = this.dice.pick(this.servers)
    const outcome = await server.runAs(who, () => play(server, call))
    return { id, call, outcome, written: [] }
  }

  private async settle(made: Made[]): Promise<void> {
    const facts = await this.witness.look()
    for (const one of made) {
      const fault = one.outcome !== null && !isRefusal(one.outcome)
      if (fault) this.fail(`failed with no rule's own refusal: ${show(one.outcome)}`, [one])
      one.written = facts.movements.filter(({ correlation }) => correlation === one.id)
      if (BY_LINE_OR_LOCATION.includes(one.call.method)) {
        one.call.cameUpon = one.written.flatMap(({ reservation }) => reservation ?? [])
      }
      if (one.outcome && one.written.length) this.fail("was refused, yet wrote", [one])
    }
    const position = new Map(facts.movements.map(({ id }, index) => [id, index]))
    const first = ({ written }: Made) => position.get(written[0].id) as number
    const seen = made.filter(({ written }) => written.length)
    this.requireAllFound(made)
    this.deadEnds.clear()
    const path = this.search(
      [this.model],
      seen.sort((a, b) => first(a) - first(b)),
      made.filter(({ outcome, written }) => !outcome && !written.length),
      facts
    )
    if (!path) {
      this.fail("there is no order of these calls that explains what was done", made)
    }
    for (const one of made) {
      if (isRefusal(one.outcome) && !path.some((model) => refuses(model, one))) {
        this.fail(`nothing refuses this so: ${show(one.outcome)}`, [one])
      }
      this.tally[one.outcome ? "refused" : "made"]++
    }
    this.model = path[path.length - 1]
    this.witness.accept(facts)
  }

  /** What a call by line or location did not come upon, somebody else must have had in hand. */
  private requireAllFound(made: Made[]): void {
    const touched = new Set(
      made.flatMap(({ written }) => written.flatMap(({ reservation }) => reservation ?? []))
    )
    for (const { call, outcome } of made) {
      const sought = call.cameUpon && !outcome ? [call.args[0]].flat() : []
      const missed = this.model
        .live()
        .filter(({ line, location }) => sought.includes(line) || sought.includes(location))
        .filter(({ id, line, quantity }) => !touched.has(id) && (quantity !== 0n || line !== null))
      if (missed.length) this.fail(`${call.method} missed ${show(missed)}`, made)
    }
  }

  /**
   * The models that the calls lead through, in an order that explains everything. Calls that changed
   * the same level keep the ledger's order; the others may have been made in any.
   */
  private search(path: Model[], seen: Made[], unseen: Made[], facts: Facts): Model[] | null {
    const now = path[path.length - 1]
    if (!seen.length && !unseen.length) {
      return compareState(facts, now).length ? null : path
    }
    const next = seen.filter((one, index) => !seen.slice(0, index).some((two) => meet(one, two)))
    for (const one of [...next, ...unseen]) {
      const after = predict(now, one.call)
      if (after instanceof Model && !compareMovements(one.written, after.posted).length) {
        const others = (list: Made[]) => list.filter((other) => other !== one)
        const left = [others(seen), others(unseen)]
        const name = [
          ...left
            .flat()
            .map(({ id }) => id)
            .sort(),
          after.fingerprint(),
        ].join()
        const found = this.deadEnds.has(name)
          ? null
          : this.search([...path, after], left[0], left[1], facts)
        if (found) return found
        this.deadEnds.add(name)
      }
    }
    return null
  }

  private fail(problem: string, made: Made[]): never {
    throw new Error(
      `Sequence ${this.seed}, round ${this.round}: ${problem}\n\n${made.map(show).join("\n")}`
    )
  }
}

/** Whether two calls have changed the same level. */
function meet(one: Made, two: Made): boolean {
  const levels = ({ written }: Made) => written.flatMap(({ rows }) => rows.map(nameOf))
  const theirs = new Set(levels(two))
  return levels(one).some((name) => theirs.has(name))
}

function refuses(model: Model, { call, outcome }: Made): boolean {
  const predicted = predict(model, call)
  return predicted instanceof Refused && predicted.type === outcome?.type
}

function onlyQuantities({ args }: Call): boolean {
  const updates = [args[0]].flat() as object[]
  return updates.every((update) => !("allow_backorder" in update) && !("line_item_id" in update))
}
