import { createHash } from "node:crypto"

import type { Run } from "../posting/connection"

/** What limits requests is not to be read. */
export function hashOf(asker: string): string {
  return createHash("sha256").update(asker).digest("base64url")
}

/** Keeps others from asking for the same address, or from the same network, until the transaction ends. */
export async function lockAskers(run: Run, askers: string[]): Promise<void> {
  await run(LOCK_ASKERS, [askers.map(hashOf).sort()])
}

const LOCK_ASKERS = {
  name: "",
  text: "select pg_advisory_xact_lock(hashtextextended(k, 0)) from unnest($1::text[]) as k",
}
