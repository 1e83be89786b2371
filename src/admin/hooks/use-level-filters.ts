import { useMemo } from "react"
import { useSearchParams } from "react-router-dom"

import {
  changeFilters,
  type LevelFilters,
  readLevelFilters,
  writeLevelFilters,
} from "../lib/level-filters"

/** The filters that the page's address says, and how to change them: from the first page on. */
export function useLevelFilters() {
  const [params, setParams] = useSearchParams()
  const filters = useMemo(() => readLevelFilters(params), [params])
  return {
    filters,
    change: (change: Partial<LevelFilters>) =>
      setParams(writeLevelFilters(changeFilters(filters, change))),
    /** Another page of the same. */
    turn: (cursor: string | null, from: number) =>
      setParams(writeLevelFilters({ ...filters, cursor: from > 1 ? cursor : null, from })),
    clear: () => setParams({}),
  }
}
