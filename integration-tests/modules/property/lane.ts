import { createDatabase, type Database } from "../databases"
import { type RunningModule, startModule } from "../start-module"
import { Calls } from "./calls"
import { Dice } from "./dice"
import { orderModule } from "./order-module"
import { CHANNELS } from "./sales"
import { Witness } from "./facts"
import { type Fault, Saboteur } from "./faults"
import { Model, nameOfCall } from "./model"
import { type Call, Refused } from "./terms"
import { inCallersTransaction, isRefusal, type Outcome, play, predict, show } from "./play"

/** How a call is made: plainly, with something going wrong, or in a transaction of the caller's. */
type Manner =
  { name: "plain" } | { name: "sabotaged"; fault: Fault } | { name: "inside"; commit: boolean }

const VERIFY_EVERY = 250

/** Calls that first read what they are about. */
const READING = [
  ...["undoMovement", "coverHold", "uncoverHold", "settleOrder"],
  "adjustInventory in cancel_fulfilment",
]

/** One caller making one call after another, on a database of his own. */
export class Lane {
  private model = new Model()
  private step = 0
  private readonly dice: Dice
  private readonly calls: Calls
  private readonly latest: { step: number; manner: Manner; call: Call }[] = []
  /** How many calls succeeded, were refused, and were made to fail; and which were made. */
  readonly tally = { made: 0, refused: 0, failed: 0 }
  readonly methods = new Set<string>()
  /** The kinds of movements that were made. */
  readonly kinds = new Set<string>()

  private constructor(
    private readonly seed: number,
    private readonly database: Database,
    private readonly module: RunningModule,
    private readonly witness: Witness,
    private readonly saboteur: Saboteur
  ) {
    this.dice = new Dice(seed)
    this.calls = new Calls(this.dice, `${seed}_`)
  }

  /** @param template - a database with the module's tables */
  static async open(seed: number, template: Database): Promise<Lane> {
    const database = await createDatabase(template.name)
    const module = await startModule("stockroom", database, { migrate: false })
    await openLocations(database)
    const witness = new Witness(database)
    await witness.prepare()
    return new Lane(seed, database, module, witness, new Saboteur(module.knex, database))
  }

  async close(): Promise<void> {
    await this.module.stop()
    await this.database.drop()
  }

  async run(steps: number): Promise<void> {
    for (this.step = 1; this.step <= steps; this.step++) {
      await this.once()
      if (this.step % VERIFY_EVERY === 0 || this.step === steps) {
        await this.verifyAll()
      }
    }
  }

  private async once(): Promise<void> {
    const call = this.calls.next(this.model)
    const manner = this.manner(call)
    this.latest.push({ step: this.step, manner, call })
    this.latest.splice(0, this.latest.length - 5)

    orderModule.know([...this.model.lines.values(), ...(call.lines ?? [])])
    const predicted = predict(this.model, call)
    const outcome = await this.make(call, manner)
    const failed = outcome !== null && !isRefusal(outcome)
    if (failed) {
      this.requireOurFault(call, manner, outcome)
    } else if (predicted instanceof Refused && predicted.type !== outcome?.type) {
      this.fail(`should have been refused as ${predicted.type}, but: ${show(outcome)}`)
    } else if (outcome !== null && predicted instanceof Model) {
      this.fail(`should not have been refused: ${show(outcome)}`)
    }
    this.tally[failed ? "failed" : outcome === null ? "made" : "refused"]++

    const takenBack = manner.name === "inside" && !manner.commit
    const written =
      predicted instanceof Model && !takenBack && (!failed || this.answerWasLost(manner))
    if (written) {
      await this.requireState(predicted)
      this.model = predicted
      this.methods.add(nameOfCall(call))
      predicted.posted.forEach(({ kind }) => this.kinds.add(kind))
    } else if (!(await this.witness.nothingChanged())) {
      this.fail(`left something behind although it came to ${show(outcome)}`)
    }
  }

  private manner(call: Call): Manner {
    const { dice } = this
    const [sabotaged, inside] = [dice.chance(0.08), dice.chance(0.08)]
    // The ORM writes items; what it does when it fails is not ours.
    if (sabotaged && call.method !== "createInventoryItems") {
      const kind = dice.pick(["error", "killed", "killed-after"] as const)
      return { name: "sabotaged", fault: { kind, at: 1 + dice.below(6) } }
    }
    return inside ? { name: "inside", commit: dice.chance(0.7) } : { name: "plain" }
  }

  private async make(call: Call, manner: Manner): Promise<Outcome> {
    switch (manner.name) {
      case "plain":
        return await play(this.module, call)
      case "inside":
        return await inCallersTransaction(this.module, manner.commit, (manager) =>
          play(this.module, call, manager)
        )
      case "sabotaged": {
        this.saboteur.arm(manner.fault)
        const outcome = await play(this.module, call)
        this.saboteur.disarm()
        return outcome
      }
    }
  }

  /** Whether everything was written, and only the answer to COMMIT was lost. */
  private answerWasLost(manner: Manner): boolean {
    return (
      manner.name === "sabotaged" &&
      manner.fault.kind === "killed-after" &&
      this.saboteur.broke === "commit"
    )
  }

  /** Only what we broke may make a call fail, and a lost connection only where nobody can know better. */
  private requireOurFault(call: Call, manner: Manner, outcome: Outcome): void {
    const { broke } = this.saboteur
    const kind = manner.name === "sabotaged" && broke !== null ? manner.fault.kind : null
    const excused =
      kind === "error"
        ? outcome?.code === "22012"
        : kind !== null &&
          // What is read before the transaction is not tried again.
          (broke === "commit"
            ? outcome?.name === "CommitUnknown"
            : READING.includes(nameOfCall(call)))
    if (!excused) {
      this.fail(`failed, and ${show(broke)} being broken does not excuse it: ${show(outcome)}`)
    }
  }

  private async requireState(model: Model): Promise<void> {
    const problems = await this.witness.differences(model, [...model.touched.values()])
    if (problems.length) {
      this.fail(problems.join("\n"))
    }
  }

  /** Everything, not only what was touched; and `verify` must find as much. */
  private async verifyAll(): Promise<void> {
    const { drifts, levels } = await this.module.service.verify()
    if (drifts.length || levels !== this.model.openRows().length) {
      this.fail(`verify finds, on ${levels} levels, ${show(drifts)}`)
    }
    this.model.posted = []
    const problems = await this.witness.differences(this.model)
    if (problems.length) {
      this.fail(problems.join("\n"))
    }
  }

  private fail(problem: string): never {
    const latest = this.latest.map(show).join("\n")
    throw new Error(`Sequence ${this.seed}, step ${this.step}: ${problem}\n\n${latest}`)
  }
}

/** The locations in the order of their priority, as the plugin would have told the module of them. */
async function openLocations(database: Database): Promise<void> {
  for (const [index, [id, channels]] of Object.entries(CHANNELS).entries()) {
    await database.sql(
      "insert into inventory_location (id, priority, sales_channel_ids) values ($1, $2, $3)",
      [id, index + 1, channels]
    )
  }
}
