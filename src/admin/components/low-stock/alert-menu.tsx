import { EllipsisHorizontal } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"

import { useAlertSteps } from "../../hooks/use-alert-steps"
import { useMayAtPool } from "../../hooks/use-may-at-pool"
import { historyParams } from "../../lib/history-query"
import { type Alert, isMuted } from "../../lib/low-stock"

interface AlertMenuProps {
  alert: Alert
  /** What the alert is about. */
  item: string
  /** Opens the form of a step that needs one. */
  open: (step: "resolve" | "mute") => void
}

/** What can be done about an alert. */
export function AlertMenu({ alert, item, open }: AlertMenuProps) {
  const { t } = useTranslation("stockroom")
  const navigate = useNavigate()
  const may = useMayAtPool()
  const { takeAtOnce, isPending } = useAlertSteps()
  const { id, status, inventory_item_id, location_id } = alert
  const history = historyParams({
    inventory_item_id: [inventory_item_id],
    ...(location_id && { location_id: [location_id] }),
  })
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("lowStock.actionsOf", { item })}
          isLoading={isPending}
        >
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end" className="max-w-72">
        {may(alert) && (
          <>
            {status === "open" && (
              <DropdownMenu.Item onSelect={() => void takeAtOnce([id], { do: "acknowledge" })}>
                {t("lowStock.steps.acknowledge.action")}
              </DropdownMenu.Item>
            )}
            {status !== "resolved" && (
              <DropdownMenu.Item onSelect={() => open("resolve")}>
                {t("lowStock.steps.resolve.menu")}
              </DropdownMenu.Item>
            )}
            {alert.low && (
              <DropdownMenu.Item onSelect={() => open("mute")}>
                {t("lowStock.steps.mute.menu")}
              </DropdownMenu.Item>
            )}
            {isMuted(alert, new Date()) && (
              <DropdownMenu.Item
                onSelect={() => void takeAtOnce([id], { do: "mute", until: null })}
              >
                {t("lowStock.steps.unmute.action")}
              </DropdownMenu.Item>
            )}
            {(alert.low || status !== "resolved") && <DropdownMenu.Separator />}
          </>
        )}
        <DropdownMenu.Item onSelect={() => void navigate(`/inventory/history?${history}`)}>
          {t("lowStock.history")}
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
