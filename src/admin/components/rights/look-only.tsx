import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useMay, useMayEverywhere } from "../../hooks/use-may"

interface LookOnlyProps {
  right: "levels" | "locations" | "transfers"
  /** Left out: the right is missing everywhere. */
  locationId?: string
  /** Whether only the right for all locations will do. */
  everywhere?: boolean
}

/** Tells a person without the right why there is nothing to change here; nothing to everybody else. */
export function LookOnly({ right, locationId, everywhere = false }: LookOnlyProps) {
  const { t } = useTranslation("stockroom")
  const may = useMay()
  const mayEverywhere = useMayEverywhere()
  if (everywhere ? mayEverywhere(right) : may(right, ...(locationId ? [locationId] : []))) {
    return null
  }
  return (
    <Text size="small" className="text-ui-fg-subtle px-6 py-3">
      {t(everywhere ? "rights.lookOnlyEverywhere" : "rights.lookOnly", {
        right: t(`rights.names.${right}`),
      })}
    </Text>
  )
}
