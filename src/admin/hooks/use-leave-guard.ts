import { usePrompt } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { type NavigateOptions, useBlocker, useNavigate } from "react-router-dom"

/**
 * Asks before a page with unsaved changes is left: by a link, by the browser's buttons, or by closing the tab.
 *
 * @returns goes elsewhere without asking, once all is saved
 */
export function useLeaveGuard(isDirty: boolean): (path: string, options?: NavigateOptions) => void {
  const { t } = useTranslation("stockroom")
  const ask = usePrompt()
  const navigate = useNavigate()
  const leaving = useRef(false)
  const blocker = useBlocker(() => isDirty && !leaving.current)

  useEffect(() => {
    if (blocker.state === "blocked") {
      void ask({
        title: t("transferForm.leave.title"),
        description: t("transferForm.leave.question"),
        confirmText: t("transferForm.leave.confirm"),
        cancelText: t("transferForm.leave.stay"),
      }).then((leave) => (leave ? blocker.proceed() : blocker.reset()))
    }
    // Once for each time that it blocks.
  }, [blocker.state])

  useEffect(() => {
    if (!isDirty) {
      return
    }
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", stay)
    return () => window.removeEventListener("beforeunload", stay)
  }, [isDirty])

  return (path, options) => {
    leaving.current = true
    void navigate(path, options)
  }
}
