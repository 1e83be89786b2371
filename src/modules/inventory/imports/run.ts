import { randomUUID } from "node:crypto"

import type { Run } from "../posting/connection"
import type { ImportPhase } from "./types"

/** How long a claim lasts without a sign of life, and how often one is given. */
const CLAIM_SECONDS = 60
const BEAT_MS = 10_000

/**
 * The claim of whoever applies an import, and how far that has come. It keeps nothing safe (the
 * movement's key does that): it tells people that somebody is at it. When the server dies, it ends by itself.
 */
export class ImportRun {
  private readonly beat: NodeJS.Timeout

  private constructor(
    private readonly run: Run,
    private readonly importId: string,
    private readonly token: string
  ) {
    this.beat = setInterval(() => void this.write(BEAT, []), BEAT_MS)
    this.beat.unref()
  }

  /** Null while somebody else is at it. */
  static async claim(run: Run, importId: string): Promise<ImportRun | null> {
    const token = randomUUID()
    const [claimed] = await run<{ token: string }>({ name: "", text: CLAIM }, [
      importId,
      token,
      CLAIM_SECONDS,
    ])
    return claimed ? new ImportRun(run, importId, token) : null
  }

  async tell(phase: ImportPhase, done: number, total: number): Promise<void> {
    await this.write(TELL, [phase, done, total])
  }

  async end(): Promise<void> {
    clearInterval(this.beat)
    await this.run({ name: "", text: END }, [this.importId, this.token])
  }

  /** What cannot be told changes nothing in what is done. */
  private async write(text: string, values: unknown[]): Promise<void> {
    await this.run({ name: "", text }, [this.importId, this.token, CLAIM_SECONDS, ...values]).catch(
      () => {}
    )
  }
}

const UNTIL = "clock_timestamp() + make_interval(secs => $3)"

const CLAIM = `
  insert into inventory_import_run (import_id, token, phase, until)
  values ($1, $2, 'reading', ${UNTIL})
  on conflict (import_id) do update set token = excluded.token, phase = excluded.phase,
    done = 0, total = 0, until = excluded.until
    where inventory_import_run.until <= clock_timestamp()
  returning token`

const BEAT = `
  update inventory_import_run set until = ${UNTIL} where import_id = $1 and token = $2`

const TELL = `
  update inventory_import_run set phase = $4, done = $5, total = $6, until = ${UNTIL}
  where import_id = $1 and token = $2`

const END = "delete from inventory_import_run where import_id = $1 and token = $2"
