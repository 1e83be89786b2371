import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useFormats } from "../../hooks/use-formats"
import { type ActionRun, hasFailed } from "../../lib/low-stock"
import type { ItemUnits } from "../../lib/units"
import { RunResult } from "./run-result"

/** What came of an action: its result, or its last error and when it is tried again. */
export function RunOutcome({ run, units }: { run: ActionRun; units: ItemUnits }) {
  const { t } = useTranslation("stockroom")
  const { moment } = useFormats()
  const failed = hasFailed(run)
  return (
    <div className="flex min-w-0 flex-col gap-y-1">
      {failed && (
        <Text size="small" className="text-ui-fg-error max-w-96 break-words">
          {run.last_error}
        </Text>
      )}
      {run.status === "pending" && run.next_at && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t(failed ? "lowStock.runs.nextAttempt" : "lowStock.runs.waitsUntil", {
            at: moment(run.next_at),
          })}
        </Text>
      )}
      {run.attempts > 1 && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("lowStock.runs.attempts", { number: run.attempts })}
        </Text>
      )}
      {run.status === "done" && <RunResult run={run} units={units} />}
      {run.status === "skipped" && (
        <Text size="small" className="text-ui-fg-subtle">
          {t(`lowStock.runs.skipped.${run.phase}`)}
        </Text>
      )}
    </div>
  )
}
