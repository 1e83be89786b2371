import { useState } from "react"

import { type Figure, readFigures } from "../lib/level-columns"

const KEPT_AS = "stockroom_levels_figures"

/** The figures that the page of all levels shows; the browser remembers them. */
export function useFigures(): [Figure[], (figures: Figure[]) => void] {
  const [figures, setFigures] = useState(() => readFigures(localStorage.getItem(KEPT_AS)))
  return [
    figures,
    (chosen) => {
      localStorage.setItem(KEPT_AS, chosen.join(","))
      setFigures(readFigures(chosen.join(",")))
    },
  ]
}
