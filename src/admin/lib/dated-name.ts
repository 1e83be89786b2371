import { dayOf } from "./history-query"

/** A file's name with the day, as the person's own clock has it: `stock-2026-11-25.csv`. */
export function datedName(name: string, day: Date): string {
  return `${name}-${dayOf(day)}.csv`
}
