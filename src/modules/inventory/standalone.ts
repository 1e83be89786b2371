import { createPgConnection } from "@medusajs/framework/utils"

import { readOn } from "./posting/connection"
import { Poster } from "./posting/poster"
import type { Repaired, Verification, VerifyInput } from "./types"
import { repair, verify } from "./verify"

/** The ledger of a store that is not running, for commands. Close it when done. */
export interface StandaloneLedger {
  verify(input?: VerifyInput): Promise<Verification>
  repair(input?: VerifyInput): Promise<Repaired>
  close(): Promise<void>
}

export function openLedger(databaseUrl: string, schema = "public"): StandaloneLedger {
  const knex = createPgConnection({ clientUrl: databaseUrl, schema }) as never as Parameters<
    typeof readOn
  >[0]
  const read = readOn(knex)
  const poster = new Poster(() => knex)
  const who = {
    actor: { type: "system" as const, id: null },
    source: "command stockroom",
    correlationId: null,
    references: {},
  }
  return {
    verify: (input) => verify(read, input),
    repair: (input) => repair(read, poster, who, input),
    close: () => knex.destroy(),
  }
}
