import { EllipsisHorizontal } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"

import { useMay } from "../../hooks/use-may"
import { useObstacleText } from "../../hooks/use-obstacle-text"
import type { HistoryMovement } from "../../lib/history-movements"
import { historyParams, type HistoryQuery } from "../../lib/history-query"
import { undoObstacleOf } from "../../lib/undo"
import { UndoDrawer } from "./undo-drawer"

/** What can be done about a movement: take it back, where it can be, and look at it alone. */
export function MovementMenu({ movement: { id, about } }: { movement: HistoryMovement }) {
  const { t } = useTranslation("stockroom")
  const navigate = useNavigate()
  const obstacleText = useObstacleText()
  const may = useMay()
  const [undoing, setUndoing] = useState(false)
  const obstacle = undoObstacleOf(about)
  const show = (query: HistoryQuery) =>
    navigate(`/inventory/history?${historyParams(query).toString()}`)
  return (
    <>
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <IconButton size="small" variant="transparent" aria-label={t("history.actions.label")}>
            <EllipsisHorizontal />
          </IconButton>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="end" className="max-w-72">
          {may("levels") && (
            <>
              <DropdownMenu.Item disabled={obstacle !== null} onSelect={() => setUndoing(true)}>
                <div className="flex flex-col">
                  <span>{t("history.actions.undo")}</span>
                  {obstacle && (
                    <span className="txt-compact-xsmall whitespace-normal">
                      {obstacleText(obstacle)}
                    </span>
                  )}
                </div>
              </DropdownMenu.Item>
              <DropdownMenu.Separator />
            </>
          )}
          <DropdownMenu.Item onSelect={() => show({ movement_id: [id] })}>
            {t("history.actions.only")}
          </DropdownMenu.Item>
          {about.correlation_id && (
            <DropdownMenu.Item
              onSelect={() => show({ correlation_id: [about.correlation_id ?? ""] })}
            >
              {t("history.actions.request")}
            </DropdownMenu.Item>
          )}
        </DropdownMenu.Content>
      </DropdownMenu>
      {!obstacle && <UndoDrawer movementId={id} open={undoing} onOpenChange={setUndoing} />}
    </>
  )
}
