import { Drawer, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { itemTitle, levelsAt } from "../../lib/item-levels"
import { DrawerHeading } from "../drawer-heading"
import { ChangeForm } from "./change-form"
import type { ItemDrawerProps } from "./item-drawer"
import type { ChangeStart } from "./number-context"

interface ChangeDrawerProps extends ItemDrawerProps {
  start: ChangeStart
}

/** Changes a number of an item at a location. */
export function ChangeDrawer(props: ChangeDrawerProps) {
  const { item, locations, start, open, onOpenChange, onCloseAutoFocus } = props
  const { t } = useTranslation("stockroom")
  const found = levelsAt(item, locations).find(({ location }) => location.id === start.locationId)
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Content onOpenAutoFocus={focusQuantity} onCloseAutoFocus={onCloseAutoFocus}>
        <DrawerHeading
          title={t("grid.change.title")}
          description={
            found
              ? t("grid.at", { item: itemTitle(item), location: found.location.name })
              : itemTitle(item)
          }
        />
        {found ? (
          <ChangeForm
            item={item}
            locations={locations}
            level={found.level}
            start={start}
            close={() => onOpenChange(false)}
          />
        ) : (
          <Drawer.Body>
            <Text size="small" role="alert">
              {t("grid.change.levelGone")}
            </Text>
          </Drawer.Body>
        )}
      </Drawer.Content>
    </Drawer>
  )
}

/** What is typed first. The field cannot ask for it itself: the menu is still closing then. */
function focusQuantity(event: Event): void {
  const field = (event.currentTarget as HTMLElement).querySelector<HTMLElement>("input")
  if (field) {
    event.preventDefault()
    field.focus()
  }
}
