import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useFormats } from "../../hooks/use-formats"
import { type Alert, isMuted } from "../../lib/low-stock"

const COLORS = { open: "red", acknowledged: "orange", resolved: "green" } as const

/** Where an alert stands, and until when it is quiet. */
export function AlertStatus({ alert }: { alert: Alert }) {
  const { t } = useTranslation("stockroom")
  const { day } = useFormats()
  return (
    <div className="flex flex-col items-start gap-y-1">
      <StatusBadge color={COLORS[alert.status]} className="whitespace-nowrap">
        {t(`lowStock.status.${alert.status}`)}
      </StatusBadge>
      {alert.status === "resolved" && alert.resolution && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t(`lowStock.resolution.${alert.low ? "still_low" : alert.resolution}`)}
        </Text>
      )}
      {alert.low && isMuted(alert, new Date()) && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("lowStock.mutedUntil", { day: day(new Date(alert.muted_until ?? "")) })}
        </Text>
      )}
    </div>
  )
}
