import { Button, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useForgetBackInStock } from "../../hooks/api/use-back-in-stock"
import { useFailureText } from "../../hooks/use-failure-text"
import { useMay } from "../../hooks/use-may"

/** Forgets somebody who waits, or has waited; nothing for people without the right. */
export function ForgetButton({ id, email }: { id: string; email: string }) {
  const { t } = useTranslation("stockroom")
  const ask = usePrompt()
  const failureText = useFailureText()
  const { mutateAsync, isPending } = useForgetBackInStock()
  if (!useMay()("levels")) {
    return null
  }
  const words = { email, interpolation: { escapeValue: false } }

  async function forget() {
    const confirmed = await ask({
      title: t("backInStock.forget.title"),
      description: t("backInStock.forget.question", words),
      confirmText: t("backInStock.forget.action"),
      cancelText: t("actions.cancel"),
    })
    if (!confirmed) return
    try {
      await mutateAsync(id)
      toast.success(t("backInStock.forget.done", words))
    } catch (error) {
      toast.error(t("backInStock.forget.failed"), { description: failureText(error) })
    }
  }

  return (
    <Button
      size="small"
      variant="transparent"
      isLoading={isPending}
      aria-label={t("backInStock.forget.label", words)}
      onClick={forget}
    >
      {t("backInStock.forget.action")}
    </Button>
  )
}
