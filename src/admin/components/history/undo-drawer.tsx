import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { DrawerHeading } from "../drawer-heading"
import { useUndoPreview } from "../../hooks/api/use-undo"
import { useFocusBack } from "../../hooks/use-focus-back"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { UndoForm } from "./undo-form"

interface UndoDrawerProps {
  movementId: string
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Reads what undoing a movement would leave, and shows the form. */
export function UndoDrawer({ movementId, open, onOpenChange }: UndoDrawerProps) {
  const { t } = useTranslation("stockroom")
  const focusBack = useFocusBack(open)
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Content onCloseAutoFocus={focusBack}>
        <DrawerHeading title={t("history.undo.title")} description={t("history.undo.hint")} />
        <UndoBody movementId={movementId} close={() => onOpenChange(false)} />
      </Drawer.Content>
    </Drawer>
  )
}

function UndoBody({ movementId, close }: { movementId: string; close: () => void }) {
  const { t } = useTranslation("stockroom")
  const { data, isPending, isError, error, refetch } = useUndoPreview(movementId)
  if (isPending) {
    return (
      <Drawer.Body>
        <LoadingRows rows={5} />
      </Drawer.Body>
    )
  }
  if (isError && !data) {
    return (
      <Drawer.Body>
        <LoadFailure title={t("history.undo.error")} error={error} retry={refetch} />
      </Drawer.Body>
    )
  }
  return <UndoForm movementId={movementId} preview={data} close={close} />
}
