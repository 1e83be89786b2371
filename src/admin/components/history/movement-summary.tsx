import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { HistoryEntry } from "../../../api/types/history"
import { LINK } from "../../lib/link-style"

const REFERENCES = ["fulfillment", "return", "transfer", "reservation", "import"] as const

/** What a movement was: its kind, what it belongs to, whether it was undone, and why it was made. */
export function MovementSummary({ about }: { about: HistoryEntry }) {
  const { t } = useTranslation("stockroom")
  const why = [
    about.reason && t(`reasons.${about.reason}`, { defaultValue: about.reason }),
    about.note,
  ]
    .filter(Boolean)
    .join(": ")
  return (
    <div className="flex flex-col items-start gap-y-1">
      <div className="flex flex-wrap items-center gap-1">
        <Badge size="2xsmall" className="whitespace-nowrap">
          {t(`kinds.${about.kind}`, { defaultValue: about.kind })}
        </Badge>
        {about.reversed_by_id && (
          <Link
            className="focus-visible:shadow-borders-focus rounded-md outline-none"
            to={historyOf("movement_id", about.reversed_by_id)}
            aria-label={t("history.reversedLink")}
          >
            <Badge size="2xsmall" color="orange" className="whitespace-nowrap">
              {t("history.reversed")}
            </Badge>
          </Link>
        )}
        {about.below_zero && (
          <Badge size="2xsmall" color="red" className="whitespace-nowrap">
            {t("history.belowZero")}
          </Badge>
        )}
      </div>
      {about.order_id && (
        <Link className={LINK} to={`/orders/${about.order_id}`}>
          {about.order_display_id === null
            ? t("history.order")
            : t("history.orderNumber", { number: about.order_display_id })}
        </Link>
      )}
      {about.reverses_id && (
        <Link className={LINK} to={historyOf("movement_id", about.reverses_id)}>
          {t("history.reverses")}
        </Link>
      )}
      {REFERENCES.map((what) => {
        const id = about[`${what}_id`]
        return (
          id && (
            <Link key={what} className={LINK} to={pageOf(what, id)}>
              {t(`history.references.${what}`, { number: id.slice(-7) })}
            </Link>
          )
        )
      })}
      {why && (
        <span className="text-ui-fg-subtle txt-compact-small max-w-full whitespace-normal break-words">
          {why}
        </span>
      )}
    </div>
  )
}

/** A transfer has a page of its own; of the others the history shows what belongs to them. */
function pageOf(what: (typeof REFERENCES)[number], id: string): string {
  return what === "transfer" ? `/inventory/transfers/${id}` : historyOf(`${what}_id`, id)
}

function historyOf(filter: string, id: string): string {
  return `/inventory/history?${new URLSearchParams({ [filter]: id }).toString()}`
}
