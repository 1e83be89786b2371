import { useMemo, useState } from "react"

/**
 * The rows of a list that are chosen, over all pages. Those on the page are as they were read last.
 *
 * @param page - the rows on the page
 * @param keyOf - tells a row from all others
 * @param mayChoose - the others are passed over
 */
export function useSelection<Row>(
  page: Row[],
  keyOf: (row: Row) => string,
  mayChoose: (row: Row) => boolean
) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Row>>(new Map())
  const rows = useMemo(() => {
    const read = new Map(page.map((row) => [keyOf(row), row]))
    return [...chosen].map(([key, row]) => read.get(key) ?? row)
  }, [chosen, page])
  const isChosen = (row: Row) => chosen.has(keyOf(row))
  const eligible = page.filter(mayChoose)
  return {
    rows,
    isChosen,
    /** Of the page: all, none, or some. */
    pageChosen:
      eligible.length > 0 && eligible.every(isChosen) ? true : page.some(isChosen) ? null : false,
    mayChoose,
    choose(some: Row[], isChosen: boolean): void {
      const next = new Map(chosen)
      some
        .filter(mayChoose)
        .forEach((row) => (isChosen ? next.set(keyOf(row), row) : next.delete(keyOf(row))))
      setChosen(next)
    },
    replace: (all: Row[]) =>
      setChosen(new Map(all.filter(mayChoose).map((row) => [keyOf(row), row]))),
    clear: () => setChosen(new Map()),
  }
}
