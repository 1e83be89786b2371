import { useTranslation } from "react-i18next"

interface FigureCellProps {
  /** How the item's quantities are written. */
  write: (quantity: string) => string
  /** Null where there is no level yet. */
  before: string | null
  /** Null where nothing changes. */
  after: string | null
}

/** A figure as it is, or as it is and will be. What is below zero is marked. */
export function FigureCell({ write: quantity, before, after }: FigureCellProps) {
  const { t } = useTranslation("stockroom")
  const was = before ?? (after === null ? "–" : "0")
  if (after === null || after === was) {
    return <span className="text-ui-fg-subtle">{was === "–" ? was : quantity(was)}</span>
  }
  const negative = after.startsWith("-")
  return (
    <span
      aria-label={t("imports.row.beforeAfter", { before: quantity(was), after: quantity(after) })}
      role="img"
    >
      <span className="text-ui-fg-subtle">{quantity(was)} → </span>
      <span
        className={negative ? "txt-compact-small-plus text-ui-fg-error" : "txt-compact-small-plus"}
      >
        {quantity(after)}
      </span>
    </span>
  )
}
