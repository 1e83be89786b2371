import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useRunName } from "../../hooks/use-run-name"
import { type ActionRun, type Alert, hasFailed } from "../../lib/low-stock"
import { RetryButton } from "./retry-button"
import { RunStatus } from "./run-status"

interface AlertActionsProps {
  alert: Alert
  /** What the alert is about. */
  item: string
  runs: ActionRun[]
}

/** What was done about an alert, in short. What has failed stands out, with the way to try it again. */
export function AlertActions({ alert, item, runs }: AlertActionsProps) {
  const { t } = useTranslation("stockroom")
  const runName = useRunName()
  /** That an action takes nothing back is no news. */
  const shown = runs.filter(({ phase, status }) => phase === "execute" || status !== "skipped")
  if (!alert.actions.length) {
    return (
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("lowStock.noActions")}
      </Text>
    )
  }
  return (
    <ul className="flex min-w-44 max-w-64 flex-col gap-y-1.5">
      {shown.map((run) => (
        <li key={run.id} className="flex flex-col gap-y-1">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="txt-compact-xsmall">{runName(run)}</span>
            <RunStatus run={run} />
          </div>
          {hasFailed(run) && (
            <div className="flex flex-col items-start gap-y-1.5">
              <span
                className="txt-compact-xsmall text-ui-fg-error line-clamp-2 break-words"
                title={run.last_error ?? undefined}
              >
                {run.last_error}
              </span>
              <RetryButton run={run} name={`${runName(run)}, ${item}`} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
