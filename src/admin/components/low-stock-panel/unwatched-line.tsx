import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useFormats } from "../../hooks/use-formats"
import type { LowStockNames } from "../../lib/low-stock"
import { locationName } from "../../lib/names"

interface UnwatchedLineProps {
  locationIds: string[]
  names: LowStockNames
}

/** Where nothing tells when the location alone runs low. */
export function UnwatchedLine({ locationIds, names }: UnwatchedLineProps) {
  const { t } = useTranslation("stockroom")
  const { locale } = useFormats()
  if (!locationIds.length) {
    return null
  }
  const list = new Intl.ListFormat(locale)
  return (
    <Text size="xsmall" className="text-ui-fg-subtle px-6 py-2">
      {t("lowStockPanel.unwatched", {
        locations: list.format(locationIds.map((id) => locationName(names, id))),
      })}
    </Text>
  )
}
