import { DropdownMenu } from "@medusajs/ui"
import { type RefObject, useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { useMay } from "../../hooks/use-may"
import { historyOf, operationsOf } from "../../lib/figures"
import { transfersBehind } from "../../lib/transfer-query"
import { type NumberOf, useNumberActions } from "./number-context"

interface NumberMenuProps extends NumberOf {
  trigger: RefObject<HTMLButtonElement | null>
  /** The first opening, by keyboard, came before the menu was there to see it. */
  beginAtFirst: boolean
}

/** What can be done about a number: change it, see what is behind it, read how it came about. */
export function NumberMenu({ figure, location, trigger, beginAtFirst }: NumberMenuProps) {
  const { t } = useTranslation("stockroom")
  const { item, change, showOrders } = useNumberActions()
  const may = useMay()
  const content = useRef<HTMLDivElement>(null)
  const leftForDrawer = useRef(false)
  const history = historyOf(item.inventory_item_id, location?.id ?? null, figure)
  const operations = location && may("levels", location.id) ? operationsOf(figure) : []

  useEffect(() => {
    if (beginAtFirst) {
      requestAnimationFrame(() =>
        content.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus()
      )
    }
  }, [beginAtFirst])

  const openDrawer = (open: (number: HTMLElement | null) => void) => () => {
    leftForDrawer.current = true
    open(trigger.current)
  }
  return (
    <DropdownMenu.Content
      ref={content}
      align="end"
      onCloseAutoFocus={(event) => {
        if (leftForDrawer.current) {
          leftForDrawer.current = false
          event.preventDefault()
        }
      }}
    >
      {location &&
        operations.map((op) => (
          <DropdownMenu.Item
            key={op}
            onSelect={openDrawer((number) =>
              change({ op, figure, locationId: location.id }, number)
            )}
          >
            {t(`grid.menu.${op}`)}
          </DropdownMenu.Item>
        ))}
      {operations.length > 0 && <DropdownMenu.Separator />}
      {figure === "committed" && (
        <DropdownMenu.Item
          onSelect={openDrawer((number) => showOrders(location?.id ?? null, number))}
        >
          {t("grid.menu.orders")}
        </DropdownMenu.Item>
      )}
      {figure === "incoming" && (
        <DropdownMenu.Item asChild>
          <Link to={transfersBehind(item.inventory_item_id, location?.id ?? null)}>
            {t("grid.menu.transfers")}
          </Link>
        </DropdownMenu.Item>
      )}
      <DropdownMenu.Item asChild>
        <Link to={history}>{t("grid.menu.history")}</Link>
      </DropdownMenu.Item>
    </DropdownMenu.Content>
  )
}
