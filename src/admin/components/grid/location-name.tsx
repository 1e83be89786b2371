import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { LocationInfo } from "../../../api/types/item-stock"

/** A location's name, and whether it is one that is not sold from. */
export function LocationName({ location }: { location: LocationInfo }) {
  const { t } = useTranslation("stockroom")
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="break-words">{location.name}</span>
      {!location.active && (
        <Badge size="2xsmall" color="orange" title={t("grid.inactiveHint")}>
          {t("grid.inactive")}
        </Badge>
      )}
      {!location.attached && (
        <Badge size="2xsmall" title={t("grid.detachedHint")}>
          {t("grid.detached")}
        </Badge>
      )}
    </span>
  )
}
