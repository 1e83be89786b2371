interface GateOptions<Call, Result> {
  /** The levels a call is known to want; calls for the same level are not let in side by side. */
  keys: (call: Call) => string[]
  size: (call: Call) => number
  alone: (call: Call) => boolean
  run: (calls: Call[]) => Promise<Settled<Result>[]>
}

type Settled<Result> = { ok: true; posted: Result } | { ok: false; error: unknown }

interface Waiting<Call, Result> {
  call: Call
  keys: string[]
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

/** Transactions under way at once from one process: one works in Postgres while one is prepared. */
const MAX_RUNNING = 2
/**
 * How much is merged into one transaction, so that none is held for long. Large calls that share
 * levels gain by being merged: each level is locked once for all of them.
 */
const MAX_CALLS = 128
const MAX_SIZE = 4_000

/**
 * Merges the calls that wait while others are under way, so that a hot item is locked once for
 * all of them. First come, first served: a call that wants a level which is in use, or which an
 * earlier waiting call wants, waits its turn.
 */
export class Gate<Call, Result> {
  private waiting: Waiting<Call, Result>[] = []
  private readonly inUse = new Set<string>()
  private running = 0

  constructor(private readonly options: GateOptions<Call, Result>) {}

  enter(call: Call): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.waiting.push({ call, keys: this.options.keys(call), resolve, reject })
      // Calls that are made in the same turn of the event loop go in together.
      queueMicrotask(() => this.next())
    })
  }

  private next(): void {
    while (this.running < MAX_RUNNING && this.waiting.length) {
      const batch = this.takeBatch()
      if (!batch.length) {
        return
      }
      void this.runBatch(batch)
    }
  }

  private takeBatch(): Waiting<Call, Result>[] {
    const batch: Waiting<Call, Result>[] = []
    const left: Waiting<Call, Result>[] = []
    const wantedEarlier = new Set<string>()
    let size = 0
    let full = false
    for (const one of this.waiting) {
      const blocked = one.keys.some((key) => this.inUse.has(key) || wantedEarlier.has(key))
      const alone = this.options.alone(one.call)
      const oneSize = this.options.size(one.call)
      const fits =
        !batch.length || (!alone && batch.length < MAX_CALLS && size + oneSize <= MAX_SIZE)
      if (full || blocked || !fits) {
        one.keys.forEach((key) => wantedEarlier.add(key))
        left.push(one)
        continue
      }
      batch.push(one)
      size += oneSize
      full = alone
    }
    this.waiting = left
    return batch
  }

  private async runBatch(batch: Waiting<Call, Result>[]): Promise<void> {
    const keys = batch.flatMap((one) => one.keys)
    keys.forEach((key) => this.inUse.add(key))
    this.running++
    try {
      const outcomes = await this.options.run(batch.map((one) => one.call))
      batch.forEach((one, index) => {
        const outcome = outcomes[index]
        if (outcome.ok) {
          one.resolve(outcome.posted)
        } else {
          one.reject(outcome.error)
        }
      })
    } catch (error) {
      batch.forEach((one) => one.reject(error))
    } finally {
      keys.forEach((key) => this.inUse.delete(key))
      this.running--
      this.next()
    }
  }
}
