import { useMemo, useState } from "react"

import { levelKey, type StockLevel } from "../lib/stock-level"

/**
 * The levels that are chosen, over all pages. Those on the page are as they were read last.
 *
 * @param page - the levels on the page
 * @param mayChoose - the others are passed over
 */
export function useLevelSelection(page: StockLevel[], mayChoose: (level: StockLevel) => boolean) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, StockLevel>>(new Map())
  const levels = useMemo(() => {
    const read = new Map(page.map((level) => [levelKey(level), level]))
    return [...chosen].map(([key, level]) => read.get(key) ?? level)
  }, [chosen, page])
  const isChosen = (level: StockLevel) => chosen.has(levelKey(level))
  const eligible = page.filter(mayChoose)
  return {
    levels,
    isChosen,
    /** Of the page: all, none, or some. */
    pageChosen:
      eligible.length > 0 && eligible.every(isChosen) ? true : page.some(isChosen) ? null : false,
    mayChoose,
    choose(some: StockLevel[], isChosen: boolean): void {
      const next = new Map(chosen)
      some
        .filter(mayChoose)
        .forEach((level) =>
          isChosen ? next.set(levelKey(level), level) : next.delete(levelKey(level))
        )
      setChosen(next)
    },
    replace: (all: StockLevel[]) =>
      setChosen(new Map(all.filter(mayChoose).map((level) => [levelKey(level), level]))),
    clear: () => setChosen(new Map()),
  }
}
