import { useMemo, useState } from "react"

import { levelKey, type StockLevel } from "../lib/stock-level"

/**
 * The levels that are chosen, over all pages. Those on the page are as they were read last.
 *
 * @param page - the levels on the page
 */
export function useLevelSelection(page: StockLevel[]) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, StockLevel>>(new Map())
  const levels = useMemo(() => {
    const read = new Map(page.map((level) => [levelKey(level), level]))
    return [...chosen].map(([key, level]) => read.get(key) ?? level)
  }, [chosen, page])
  const isChosen = (level: StockLevel) => chosen.has(levelKey(level))
  return {
    levels,
    isChosen,
    /** Of the page: all, none, or some. */
    pageChosen: page.length > 0 && page.every(isChosen) ? true : page.some(isChosen) ? null : false,
    choose(some: StockLevel[], isChosen: boolean): void {
      const next = new Map(chosen)
      some.forEach((level) =>
        isChosen ? next.set(levelKey(level), level) : next.delete(levelKey(level))
      )
      setChosen(next)
    },
    replace: (all: StockLevel[]) =>
      setChosen(new Map(all.map((level) => [levelKey(level), level]))),
    clear: () => setChosen(new Map()),
  }
}
