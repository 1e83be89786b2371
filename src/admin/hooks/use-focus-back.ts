import { useRef } from "react"

/**
 * Gives the focus back to what opened a drawer. Medusa's does that for a trigger inside of it only,
 * and ours open by state: the keyboard would have to begin at the top of the page.
 *
 * @returns for `onCloseAutoFocus` of the drawer's content
 */
export function useFocusBack(open: boolean): (event: Event) => void {
  const opener = useRef<HTMLElement | null>(null)
  const wasOpen = useRef(false)
  if (open && !wasOpen.current) {
    opener.current = openerOf(document.activeElement)
  }
  wasOpen.current = open
  return (event) => {
    event.preventDefault()
    opener.current?.focus()
  }
}

/** An item of a menu is gone by then, so that it is the button of the menu. */
function openerOf(focused: Element | null): HTMLElement | null {
  const menu = focused?.closest("[role=menu]")
  const opener = menu
    ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "")
    : focused
  return opener instanceof HTMLElement ? opener : null
}
