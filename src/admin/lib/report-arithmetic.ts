import type { ReportRow } from "./low-stock"

/** A step of the calculation: which text says it, with which figures of the row. */
export interface ArithmeticStep {
  says:
    | "sold"
    | "unsold"
    | "cover"
    | "demand"
    | "low"
    | "soon"
    | "ok"
    | "fixedTarget"
    | "target"
    | "order"
    | "nothing"
  /** Exact decimals; those who show them write them in their language. */
  figures: Record<string, string>
  /** Numbers of days. */
  spans: Record<string, string>
}

/**
 * How a row's quantity to order comes about, step by step.
 *
 * @param coverDays - for how many days what is ordered shall last
 */
export function arithmeticOf(row: ReportRow, coverDays: number): ArithmeticStep[] {
  const { available, incoming, threshold, per_day, demand, target, order, status } = row
  const isSold = row.days_of_cover !== null
  // Less than nothing counts as nothing, as in the report itself.
  const sold = isSold ? row.sold : "0"
  const left = available.startsWith("-") ? "0" : available
  const days = String(row.days)
  const step = (
    says: ArithmeticStep["says"],
    figures: ArithmeticStep["figures"],
    spans: ArithmeticStep["spans"] = {}
  ) => ({ says, figures, spans })

  const rate = isSold
    ? [
        step("sold", { sold, per_day }, { days }),
        step("cover", { available: left, sold }, { days, cover: row.days_of_cover ?? "0" }),
      ]
    : [step("unsold", {}, { days })]
  const reasons = [
    ...rate,
    step("demand", { sold, demand }, { days, lead_time: String(row.lead_time_days) }),
    step(status, { available, demand, threshold }),
  ]
  if (status === "ok") {
    return reasons
  }
  return [
    ...reasons,
    row.reorder_to === null
      ? step("target", { threshold, sold, target }, { days, cover_days: String(coverDays) })
      : step("fixedTarget", { target }),
    step(order === "0" ? "nothing" : "order", { target, available, incoming, demand, order }),
  ]
}
