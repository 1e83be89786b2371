import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useFocusBack } from "../../hooks/use-focus-back"
import { DrawerHeading } from "../drawer-heading"
import { ImportForm } from "./import-form"

interface ImportDrawerProps {
  open: boolean
  close: () => void
}

/** Where rules are taken from a file. */
export function ImportDrawer({ open, close }: ImportDrawerProps) {
  const { t } = useTranslation("stockroom")
  const focusBack = useFocusBack(open)
  return (
    <Drawer open={open} onOpenChange={(next) => next || close()}>
      <Drawer.Content onCloseAutoFocus={focusBack}>
        <DrawerHeading
          title={t("lowStockRules.import.title")}
          description={t("lowStockRules.import.hint")}
        />
        <ImportForm close={close} />
      </Drawer.Content>
    </Drawer>
  )
}
