import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { Names } from "../../../api/types/names"
import { useFormats } from "../../hooks/use-formats"
import { LINK } from "../../lib/link-style"
import { locationName } from "../../lib/names"
import { type ToldOfVariant, transfersOf } from "../../lib/told"

interface PromiseTextProps {
  estimate: NonNullable<ToldOfVariant["estimate"]>
  promise: NonNullable<ToldOfVariant["promise"]>
  names: Names
}

/** The day that shoppers are told: how many there will be, and from which transfers. */
export function PromiseText({ estimate, promise, names }: PromiseTextProps) {
  const { t } = useTranslation("stockroom")
  const { calendarDay, quantity } = useFormats()
  const free = quantity(promise.quantity)
  return (
    <div>
      <Text size="small" className="tabular-nums">
        {t("availability.told.date", {
          day: calendarDay(estimate.date ?? ""),
          howMany:
            promise.of === null
              ? t("availability.told.enough", { free })
              : t("availability.told.free", { free, all: quantity(promise.of) }),
        })}
      </Text>
      <ul>
        {transfersOf(promise.arrivals).map((one) => (
          <li key={one.transfer_id} className="txt-small text-ui-fg-subtle break-words">
            {t("availability.told.from")}{" "}
            <Link className={LINK} to={`/inventory/transfers/${one.transfer_id}`}>
              {one.number}
            </Link>{" "}
            {t(one.lead_time_days ? "availability.told.ready" : "availability.told.arrives", {
              location: locationName(names, one.location_id),
              day: calendarDay(one.expected),
              days: t("availability.estimates.days", { count: one.lead_time_days }),
              interpolation: { escapeValue: false },
            })}
          </li>
        ))}
      </ul>
      {estimate.quantity === null && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("availability.told.dateHidden")}
        </Text>
      )}
    </div>
  )
}
