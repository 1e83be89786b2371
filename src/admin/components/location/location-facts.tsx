import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { LocationResponse } from "../../../api/types/location"
import { useFormats } from "../../hooks/use-formats"
import { LINK } from "../../lib/link-style"
import { Fact } from "../fact"

/** Up to this many levels are counted. */
const COUNTED = 10_000

/** A location's settings and stock, line by line. */
export function LocationFacts({ location }: { location: LocationResponse["location"] }) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  const { latitude, longitude, lead_time_days: leadTime } = location
  const levels = `/inventory/levels?location_id=${encodeURIComponent(location.id)}`
  const count = (number: number) =>
    number >= COUNTED ? t("locations.orMore", { number }) : String(number)
  return (
    <dl className="divide-y">
      <Fact name={t("locations.kind")}>{t(`locations.kinds.${location.kind}`)}</Fact>
      <Fact name={t("locations.priority")}>{String(location.priority)}</Fact>
      <Fact name={t("locations.leadTime")}>
        {leadTime === null
          ? "–"
          : t(leadTime === 1 ? "locations.day" : "locations.days", { number: leadTime })}
      </Fact>
      <Fact name={t("locations.coordinates")}>
        {latitude === null || longitude === null
          ? "–"
          : `${quantity(String(latitude))} / ${quantity(String(longitude))}`}
      </Fact>
      <Fact name={t("locations.levels")}>
        <FactLink to={levels}>{count(location.levels)}</FactLink>
      </Fact>
      <Fact name={t("locations.stocked")}>
        <FactLink to={`${levels}&show=stocked`}>{count(location.stocked_levels)}</FactLink>
      </Fact>
      <Fact name={t("locations.belowZero")}>
        {location.levels_below_zero ? (
          <FactLink to={`${levels}&show=negative`}>{count(location.levels_below_zero)}</FactLink>
        ) : (
          "0"
        )}
      </Fact>
    </dl>
  )
}

function FactLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link className={LINK} to={to}>
      {children}
    </Link>
  )
}
