/** The longest lead time that can be set. */
const MOST_DAYS = 3_650

/** A number of days as it was typed: null where nothing was, undefined where it is none. */
export function readWholeDays(text: string): number | null | undefined {
  const days = text.trim()
  if (!days) {
    return null
  }
  return /^\d+$/.test(days) && Number(days) <= MOST_DAYS ? Number(days) : undefined
}
