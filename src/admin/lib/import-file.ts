import type { NamedImport } from "../../api/types/imports"
import { FIGURES } from "../../core/import"

/** Larger files are more than the 100,000 rows that an import takes. */
export const MOST_BYTES = 40 * 1024 * 1024

/**
 * The text of a file as spreadsheets save it: UTF-8, UTF-16 with its mark, or what Windows wrote
 * before.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) {
    return new TextDecoder("utf-16le").decode(bytes)
  }
  if (first === 0xfe && second === 0xff) {
    return new TextDecoder("utf-16be").decode(bytes)
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}

/** A file with the columns that an import sets, and nothing in them. */
export const TEMPLATE = `sku,location,unit,${FIGURES.join(",")}\n`

/** What each phase of applying takes of the whole, as measured with 50,000 rows. */
const SHARES = { reading: [0, 0.1], locking: [0.1, 0.2], writing: [0.3, 0.6], telling: [0.9, 0.1] }

/** How much of applying is done, from 0 to 1: at least, for a phase tells little of itself. */
export function doneShare(progress: NamedImport["progress"]): number {
  if (!progress) {
    return 0
  }
  const [before, share] = SHARES[progress.phase]
  return before + (progress.total ? share * Math.min(1, progress.done / progress.total) : 0)
}
