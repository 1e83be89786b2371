import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

interface PagerProps {
  /** The number of the page's first row. */
  from: number
  rows: number
  count: number
  /** Whether more than `count` match. */
  isLowerBound: boolean
  previous: (() => void) | null
  next: (() => void) | null
}

/** Which rows are on the page, and the way to the pages beside it. */
export function Pager({ from, rows, count, isLowerBound, previous, next }: PagerProps) {
  const { t } = useTranslation("stockroom")
  return (
    <nav
      className="text-ui-fg-subtle flex items-center justify-between gap-x-4 px-6 py-4"
      aria-label={t("levels.pages")}
    >
      <Text size="small" className="tabular-nums" role="status">
        {t(isLowerBound ? "levels.rowsOfMore" : "levels.rowsOf", {
          from,
          to: from + rows - 1,
          number: count,
        })}
      </Text>
      <div className="flex gap-x-2">
        <Button
          variant="transparent"
          size="small"
          disabled={!previous}
          onClick={() => previous?.()}
        >
          {t("levels.previous")}
        </Button>
        <Button variant="transparent" size="small" disabled={!next} onClick={() => next?.()}>
          {t("levels.next")}
        </Button>
      </div>
    </nav>
  )
}
