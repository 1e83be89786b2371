/**
 * The eight states that stock of one item at one location can be in.
 *
 * @since 0.1.0
 */
export const STATES = [
  "available",
  "committed",
  "reserved",
  "damaged",
  "safety",
  "quality_control",
  "incoming",
  "fulfilled",
] as const

export type State = (typeof STATES)[number]

/** The states that people may set, adjust and move by hand. */
export const HAND_STATES = [
  "available",
  "reserved",
  "damaged",
  "safety",
  "quality_control",
] as const satisfies readonly State[]

export type HandState = (typeof HAND_STATES)[number]

/** The states whose sum is `unavailable`: on the shelf, but not for sale. */
export const UNAVAILABLE_STATES = [
  "reserved",
  "damaged",
  "safety",
  "quality_control",
] as const satisfies readonly State[]

const MAY_BE_NEGATIVE: ReadonlySet<State> = new Set<State>(["available", "incoming"])

export function isHandState(value: unknown): value is HandState {
  return HAND_STATES.includes(value as HandState)
}

/** Whether a state can never hold less than nothing, whoever changes it. */
export function mustNotBeNegative(state: State): boolean {
  return !MAY_BE_NEGATIVE.has(state)
}
