import { exact, type Quantity } from "../../core/quantity"

/** How much of a transfer, or of a line, has arrived: exact decimals. */
export interface Progress {
  quantity: string
  accepted: string
  rejected: string
  ended: string
  outstanding: string
}

const PARTS = ["accepted", "rejected", "ended"] as const

/**
 * How many hundredths of a bar each part takes, in order; parts that are nothing are left out. Where more has
 * arrived than was sent, the bar is full.
 */
export function progressShares(progress: Progress): ["accepted" | "rejected" | "ended", number][] {
  const parts = PARTS.map((part): [(typeof PARTS)[number], Quantity] => [
    part,
    exact(progress[part]),
  ])
  const whole = parts.reduce((sum, [, part]) => sum.plus(part), exact(progress.outstanding))
  if (!whole.isGreaterThan(0)) {
    return []
  }
  return parts
    .filter(([, part]) => part.isGreaterThan(0))
    .map(([name, part]) => [name, part.dividedBy(whole).times(100).toNumber()])
}

/** Whether a transfer that is on its way should have arrived. */
export function isOverdue(
  { status, expected_at }: { status: string; expected_at: string | null },
  now = Date.now()
): boolean {
  const onItsWay = status === "pending" || status === "partial"
  return onItsWay && expected_at !== null && Date.parse(expected_at) < now
}
