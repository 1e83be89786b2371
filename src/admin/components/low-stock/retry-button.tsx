import { ArrowPath } from "@medusajs/icons"
import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useRetryRun } from "../../hooks/api/use-low-stock-runs"
import { useFailureText } from "../../hooks/use-failure-text"
import { useMayAtPool } from "../../hooks/use-may-at-pool"
import { type ActionRun, mayRetry } from "../../lib/low-stock"

interface RetryButtonProps {
  run: ActionRun
  /** What the action is called, and for which item. */
  name: string
}

/** Tries an action again that has failed; nothing where there is nothing to try. */
export function RetryButton({ run, name }: RetryButtonProps) {
  const { t } = useTranslation("stockroom")
  const failureText = useFailureText()
  const may = useMayAtPool()
  const retry = useRetryRun()
  if (!mayRetry(run) || !may(run)) {
    return null
  }

  // Not by callbacks of the mutation: the button goes when it is done.
  async function tryAgain(): Promise<void> {
    try {
      await retry.mutateAsync(run.id)
      toast.success(t("lowStock.runs.retried"))
    } catch (error) {
      const isConflict = (error as { status?: number }).status === 409
      toast.error(t("lowStock.runs.notRetried"), {
        description: isConflict ? t("lowStock.runs.gone") : failureText(error),
      })
    }
  }

  return (
    <Button
      variant="secondary"
      size="small"
      className="shrink-0"
      aria-label={t("lowStock.runs.retryOf", { action: name })}
      isLoading={retry.isPending}
      onClick={() => void tryAgain()}
    >
      <ArrowPath />
      {t("lowStock.runs.retry")}
    </Button>
  )
}
