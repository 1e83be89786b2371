import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { TransferResponse } from "../../../api/types/transfers"
import { useOptions } from "../../hooks/api/use-options"
import { useRouteLevels } from "../../hooks/api/use-route-levels"
import { useFocusBack } from "../../hooks/use-focus-back"
import { routeNames } from "../../lib/transfer-names"
import { sendEffect } from "../../lib/send-effect"
import { DrawerHeading } from "../drawer-heading"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { SendForm } from "./send-form"

interface SendDrawerProps {
  answer: TransferResponse
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Reads what the origin has of a draft's items, and shows the form that sends it. */
export function SendDrawer({ answer, open, onOpenChange }: SendDrawerProps) {
  const { t } = useTranslation("stockroom")
  const focusBack = useFocusBack(open)
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Content onCloseAutoFocus={focusBack}>
        <DrawerHeading
          title={t("transfers.send.title", routeNames(answer))}
          description={t("transfers.send.hint", routeNames(answer))}
        />
        <SendBody answer={answer} close={() => onOpenChange(false)} />
      </Drawer.Content>
    </Drawer>
  )
}

function SendBody({ answer, close }: { answer: TransferResponse; close: () => void }) {
  const { t } = useTranslation("stockroom")
  const { lines, origin_id, destination_id } = answer.transfer
  const itemIds = lines.map((line) => line.inventory_item_id)
  const levels = useRouteLevels(itemIds, [origin_id, destination_id])
  const options = useOptions()
  const error = levels.error ?? options.error
  if (error) {
    return (
      <Drawer.Body>
        <LoadFailure
          title={t("transfers.send.levelsError")}
          error={error}
          retry={() => {
            levels.retry()
            void options.refetch()
          }}
        />
      </Drawer.Body>
    )
  }
  if (!options.data || !itemIds.every(levels.isKnown)) {
    return (
      <Drawer.Body>
        <LoadingRows rows={6} />
      </Drawer.Body>
    )
  }
  const { origin_deduction } = options.data.options.transfers
  const effect = sendEffect(answer.transfer, origin_deduction, levels.levelOf)
  return <SendForm answer={answer} deduction={origin_deduction} effect={effect} close={close} />
}
