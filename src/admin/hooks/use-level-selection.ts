import { levelKey, type StockLevel } from "../lib/stock-level"
import { useSelection } from "./use-selection"

/**
 * The levels that are chosen, over all pages. Those on the page are as they were read last.
 *
 * @param page - the levels on the page
 * @param mayChoose - the others are passed over
 */
export function useLevelSelection(page: StockLevel[], mayChoose: (level: StockLevel) => boolean) {
  const { rows: levels, ...selection } = useSelection(page, levelKey, mayChoose)
  return { levels, ...selection }
}
