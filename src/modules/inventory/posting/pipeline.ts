import { setImmediate as nextTurn } from "node:timers/promises"

import type { Run } from "./connection"
import { write, type Written } from "./store"
import type { World } from "./world"

/** Ledger rows that are enough to be written while further calls are decided. */
const ROWS_AT_ONCE = 2_000

interface Part<Decided> {
  decided: Decided[]
  written: Promise<Written>
}

/**
 * Writes what has been decided in a world. Of many large calls, Postgres writes the ledger rows of the
 * first ones while the next ones are decided: all in one transaction, one statement after the other.
 * The levels come last, each once for all the calls that changed it.
 */
export class Pipeline<Decided> {
  private readonly parts: Part<Decided>[] = []
  private decided: Decided[] = []

  constructor(
    private readonly run: Run,
    private readonly world: World,
    private readonly options: { tellRows: boolean }
  ) {}

  /**
   * Takes what came of one call.
   *
   * @param options.isLast - no further call follows, so that nothing is gained by writing now
   */
  async add(decided: Decided, { isLast }: { isLast: boolean }): Promise<void> {
    this.decided.push(decided)
    if (!isLast && this.world.pendingRows() >= ROWS_AT_ONCE) {
      await this.idle()
      this.writeDecided({ levelsFollow: true })
      // What is written to a socket may have to wait for the event loop to be sent.
      await nextTurn()
    }
  }

  /** Writes what has been decided so far, and waits for it: whoever reads now reads it. */
  async flush(): Promise<void> {
    await this.idle()
    this.writeDecided()
    await this.idle()
  }

  /** Waits until nothing is being written: only then may another statement be sent. */
  private async idle(): Promise<void> {
    await this.parts[this.parts.length - 1]?.written
  }

  /** Writes the rest, and gives each call's decision with what the database said of its write. */
  async finish(): Promise<{ decided: Decided; written: Written }[]> {
    await this.idle()
    this.writeDecided()
    const said = await Promise.all(this.parts.map(({ written }) => written))
    const rows = new Map(said.flatMap((one) => [...one.rows]))
    return this.parts.flatMap(({ decided }, part) =>
      decided.map((one, index) => ({
        decided: one,
        written: { now: said[part].now, rows, lowStock: index ? null : said[part].lowStock },
      }))
    )
  }

  private writeDecided(options: { levelsFollow?: boolean } = {}): void {
    const written = write(this.run, this.world.takeChanges(options), this.options)
    // A failure is told when it is awaited, which may be some decisions later.
    written.catch(() => {})
    this.parts.push({ decided: this.decided, written })
    this.decided = []
  }
}
