/** So often is something tried, after which it waits for a person. */
export const MAX_ATTEMPTS = 10

const FIRST_WAIT = 30
const LONGEST_WAIT = 3_600

/**
 * How many seconds what has failed waits for its next attempt: half a minute, then twice as long each
 * time, up to an hour. Null when it has been tried often enough.
 *
 * @param attempts - how often it has been tried; 1 after the first failure
 */
export function waitAfter(attempts: number): number | null {
  return attempts >= MAX_ATTEMPTS
    ? null
    : Math.min(FIRST_WAIT * 2 ** Math.max(attempts - 1, 0), LONGEST_WAIT)
}
