import { Button } from "@medusajs/ui"
import { type ReactNode, useEffect, useRef } from "react"
import { createPortal } from "react-dom"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"

import { PrintStyles } from "./print-styles"

interface PrintSheetProps {
  title: string
  /** Where "Back" leads to. */
  back: string
  /** Everything that the paper shows is there. */
  isReady: boolean
  children: ReactNode
}

/** A sheet of paper over the dashboard, with a bar above it that is not printed. */
export function PrintSheet({ title, back, isReady, children }: PrintSheetProps) {
  const { t } = useTranslation("stockroom")
  const navigate = useNavigate()
  const sheet = useRef<HTMLDivElement>(null)

  // What lies beneath is out of reach meanwhile, for the keyboard as well.
  useEffect(() => {
    const beneath = [...document.body.children].filter(
      (element) => element !== sheet.current && !element.hasAttribute("inert")
    )
    beneath.forEach((element) => element.setAttribute("inert", ""))
    return () => beneath.forEach((element) => element.removeAttribute("inert"))
  }, [])

  return createPortal(
    <div
      ref={sheet}
      role="main"
      aria-label={title}
      className="stockroom-print bg-ui-bg-subtle fixed inset-0 z-50 overflow-auto"
    >
      <PrintStyles />
      <div className="stockroom-bar bg-ui-bg-base sticky top-0 flex items-center justify-between gap-x-4 border-b px-6 py-3">
        <span className="txt-compact-medium-plus text-ui-fg-base truncate">{title}</span>
        <div className="flex items-center gap-x-2">
          <Button variant="secondary" size="small" onClick={() => void navigate(back)}>
            {t("transfers.print.back")}
          </Button>
          <Button size="small" autoFocus disabled={!isReady} onClick={() => window.print()}>
            {t("transfers.print.action")}
          </Button>
        </div>
      </div>
      <div className="stockroom-paper shadow-elevation-card-rest mx-auto my-6 max-w-[820px] p-10">
        {children}
      </div>
    </div>,
    document.body
  )
}
