import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useMay } from "../../hooks/use-may"

interface LookOnlyProps {
  right: "levels" | "locations" | "transfers"
  /** Left out: the right is missing everywhere. */
  locationId?: string
}

/** Tells a person without the right why there is nothing to change here; nothing to everybody else. */
export function LookOnly({ right, locationId }: LookOnlyProps) {
  const { t } = useTranslation("stockroom")
  const may = useMay()
  if (may(right, ...(locationId ? [locationId] : []))) {
    return null
  }
  return (
    <Text size="small" className="text-ui-fg-subtle px-6 py-3">
      {t("rights.lookOnly", { right: t(`rights.names.${right}`) })}
    </Text>
  )
}
