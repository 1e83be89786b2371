import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react"

import type { ItemStock, LocationInfo } from "../../../api/types/item-stock"
import type { Figure, Operation } from "../../lib/figures"
import { ChangeDrawer } from "./change-drawer"
import { OrdersDrawer } from "./orders-drawer"

/** What the numbers of an item can be asked to do. */
interface NumberActions {
  item: ItemStock
  change: (what: ChangeStart, number: HTMLElement | null) => void
  /** `locationId` is null for all locations. */
  showOrders: (locationId: string | null, number: HTMLElement | null) => void
}

/** With what a change opens. */
export interface ChangeStart {
  op: Operation
  figure: Figure
  locationId: string
}

type Opened = { change: ChangeStart } | { ordersAt: string | null }

const Context = createContext<NumberActions | null>(null)

interface NumberActionsProps {
  item: ItemStock
  locations: LocationInfo[]
  children: ReactNode
}

/** Around the numbers of an item: the drawers that their menus open. */
export function NumberActionsProvider({ item, locations, children }: NumberActionsProps) {
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
      change: (change, from) => show({ change }, from),
      showOrders: (ordersAt, from) => show({ ordersAt }, from),
    }
  }, [item])

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
    <Context.Provider value={actions}>
      {children}
      {opened && "change" in opened && <ChangeDrawer {...drawer} start={opened.change} />}
      {opened && "ordersAt" in opened && <OrdersDrawer {...drawer} locationId={opened.ordersAt} />}
    </Context.Provider>
  )
}

export function useNumberActions(): NumberActions {
  const actions = useContext(Context)
  if (!actions) {
    throw new Error("A number of the grid stands outside of NumberActionsProvider")
  }
  return actions
}
