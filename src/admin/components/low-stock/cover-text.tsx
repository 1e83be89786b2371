import { useDaysText } from "../../hooks/use-days-text"

/** For how many days a stock lasts; a dash where nothing is sold of it, or nothing is known. */
export function CoverText({ days }: { days: string | null | undefined }) {
  const daysText = useDaysText()
  return (
    <span className="whitespace-nowrap tabular-nums">
      {days === null || days === undefined ? "–" : daysText(days)}
    </span>
  )
}
