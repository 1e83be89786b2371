import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useAlertSteps } from "../../hooks/use-alert-steps"
import type { Alert } from "../../lib/low-stock"

interface AlertSelectionProps {
  alerts: Alert[]
  /** Opens the form of a step that needs one. */
  open: (step: "resolve" | "mute") => void
  clear: () => void
}

/** What can be done with the alerts that are chosen. */
export function AlertSelection({ alerts, open, clear }: AlertSelectionProps) {
  const { t } = useTranslation("stockroom")
  const { takeAtOnce, isPending } = useAlertSteps()
  const ids = alerts.map(({ id }) => id)
  const button = (label: string, onClick: () => void) => (
    <Button variant="secondary" size="small" disabled={isPending} onClick={onClick}>
      {label}
    </Button>
  )
  const atOnce = async (step: Parameters<typeof takeAtOnce>[1]) =>
    (await takeAtOnce(ids, step)) && clear()
  return (
    <div className="bg-ui-bg-subtle flex min-h-14 flex-wrap items-center gap-2 px-6 py-3">
      <Text size="small" weight="plus" className="mr-2 tabular-nums" role="status">
        {t(ids.length === 1 ? "lowStock.chosenOne" : "lowStock.chosen", { number: ids.length })}
      </Text>
      {button(t("lowStock.steps.acknowledge.action"), () => void atOnce({ do: "acknowledge" }))}
      {button(t("lowStock.steps.resolve.menu"), () => open("resolve"))}
      {button(t("lowStock.steps.mute.menu"), () => open("mute"))}
      {button(t("lowStock.steps.unmute.action"), () => void atOnce({ do: "mute", until: null }))}
      <Button variant="transparent" size="small" onClick={clear}>
        {t("levels.clearSelection")}
      </Button>
    </div>
  )
}
