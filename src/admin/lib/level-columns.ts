import { type State, STATES } from "../../core/state"

/** The figures that the page of all levels can show. */
export const FIGURES = [
  "on_hand",
  "available",
  "committed",
  "unavailable",
  "reserved",
  "damaged",
  "safety",
  "quality_control",
  "incoming",
  "fulfilled",
] as const satisfies readonly (State | "on_hand" | "unavailable")[]
export type Figure = (typeof FIGURES)[number]

export const FIRST_FIGURES: Figure[] = [
  "on_hand",
  "available",
  "committed",
  "unavailable",
  "incoming",
]

/** Reads the figures that somebody has chosen before; the usual ones where nobody has. */
export function readFigures(kept: string | null): Figure[] {
  if (kept === null) {
    return FIRST_FIGURES
  }
  const chosen = kept.split(",")
  return FIGURES.filter((figure) => chosen.includes(figure))
}

/** The key of a figure's name in the translations. */
export function figureText(figure: Figure): string {
  return figure === "unavailable" ? "levels.unavailable" : `states.${figure}`
}

/** The states that levels can be narrowed to. */
export const FILTER_STATES: readonly State[] = STATES
