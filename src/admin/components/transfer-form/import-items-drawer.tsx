import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useFocusBack } from "../../hooks/use-focus-back"
import { DrawerHeading } from "../drawer-heading"
import { ImportItemsForm, type ImportItemsFormProps } from "./import-items-form"

interface ImportItemsDrawerProps extends Omit<ImportItemsFormProps, "close"> {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Where items are taken from a file into the form. */
export function ImportItemsDrawer({ open, onOpenChange, ...form }: ImportItemsDrawerProps) {
  const { t } = useTranslation("stockroom")
  const focusBack = useFocusBack(open)
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Content onCloseAutoFocus={focusBack}>
        <DrawerHeading
          title={t("transferForm.import.title")}
          description={t("transferForm.import.hint")}
        />
        <ImportItemsForm {...form} close={() => onOpenChange(false)} />
      </Drawer.Content>
    </Drawer>
  )
}
