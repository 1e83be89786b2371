import { type ReactNode, useMemo, useRef, useState } from "react"

import type { ItemStock, LocationInfo } from "../../../api/types/item-stock"
import type { ItemUnits } from "../../lib/units"
import { ChangeDrawer } from "./change-drawer"
import { type ChangeStart, type NumberActions, NumberContext } from "./number-context"
import { OrdersDrawer } from "./orders-drawer"

type Opened = { change: ChangeStart } | { ordersAt: string | null }

interface NumberActionsProps {
  item: ItemStock
  locations: LocationInfo[]
  units: ItemUnits
  children: ReactNode
}

/** Around the numbers of an item: the drawers that their menus open. */
export function NumberActionsProvider({ item, locations, units, children }: NumberActionsProps) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [open, setOpen] = useState(false)
  const number = useRef<HTMLElement | null>(null)

  const actions = useMemo((): NumberActions => {
    const show = (what: Opened, from: HTMLElement | null) => {
      number.current = from
      setOpened(what)
      setOpen(true)
    }
    return {
      item,
      units,
      change: (change, from) => show({ change }, from),
      showOrders: (ordersAt, from) => show({ ordersAt }, from),
    }
  }, [item, units])

  const drawer = {
    item,
    locations,
    open,
    onOpenChange: setOpen,
    /** The menu's item that opened it is gone by then: the number gets the focus back. */
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault()
      number.current?.focus()
    },
  }
  return (
    <NumberContext.Provider value={actions}>
      {children}
      {opened && "change" in opened && <ChangeDrawer {...drawer} start={opened.change} />}
      {opened && "ordersAt" in opened && <OrdersDrawer {...drawer} locationId={opened.ordersAt} />}
    </NumberContext.Provider>
  )
}
