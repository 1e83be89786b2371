import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

interface DrawerHeadingProps {
  title: string
  description: string
}

/** A drawer's title, with a name for the button that closes it, which Medusa's has not. */
export function DrawerHeading({ title, description }: DrawerHeadingProps) {
  const { t } = useTranslation("stockroom")
  return (
    <Drawer.Header
      ref={(header) =>
        header?.querySelector("button")?.setAttribute("aria-label", t("actions.close"))
      }
    >
      <Drawer.Title className="break-words">{title}</Drawer.Title>
      <Drawer.Description className="text-ui-fg-subtle txt-small">{description}</Drawer.Description>
    </Drawer.Header>
  )
}
