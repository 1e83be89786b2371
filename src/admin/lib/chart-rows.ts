import type { ChartResponse } from "../../api/types/chart"

const DAY = 86_400_000

/** A point as it is drawn. Figures that are read, not drawn, stay exact texts. */
export interface ChartRow {
  /** The middle of the day, in milliseconds; the end of it belongs to the next one already. */
  day: number
  onHand: number
  available: number
  /** The exact figures. */
  exact: { onHand: string; available: string }
}

/** The points of a chart whose steps are days. */
export function chartRows(points: ChartResponse["chart"]["points"]): ChartRow[] {
  return points.map(({ at, on_hand, available }) => ({
    day: Date.parse(at) - DAY / 2,
    onHand: Number(on_hand),
    available: Number(available),
    exact: { onHand: on_hand, available },
  }))
}

/** Some whole days until the end of today, where the person is. */
export function lastDays(days: number, now = new Date()): { from: string; until: string } {
  const until = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1)
  // By the clock, not the calendar: a step of the chart is 24 hours, also when the clocks change.
  return {
    from: new Date(until.getTime() - days * DAY).toISOString(),
    until: until.toISOString(),
  }
}

/** The rows between which something changed: what a table has to say of a chart. */
export function changingRows(rows: ChartRow[]): ChartRow[] {
  return rows.filter(
    ({ exact }, index) =>
      index === 0 ||
      exact.onHand !== rows[index - 1].exact.onHand ||
      exact.available !== rows[index - 1].exact.available
  )
}
