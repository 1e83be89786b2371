import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { useRunsOf } from "../../hooks/api/use-low-stock-runs"
import { useRunName } from "../../hooks/use-run-name"
import { LINK } from "../../lib/link-style"
import { runsOfAlert } from "../../lib/run-query"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { SectionHeading } from "../section-heading"
import { RetryButton } from "./retry-button"
import { RunOutcome } from "./run-outcome"
import { RunStatus } from "./run-status"

interface AlertRunsProps {
  alertId: string
  /** What the alert is about. */
  item: string
}

/** What was done about an alert, and what came of it. */
export function AlertRuns({ alertId, item }: AlertRunsProps) {
  const { t } = useTranslation("stockroom")
  const runName = useRunName()
  const { data, isPending, isError, error, refetch } = useRunsOf([alertId])
  return (
    <section className="flex flex-col gap-y-2">
      <div className="flex items-baseline justify-between gap-x-4">
        <SectionHeading>{t("lowStock.columns.actions")}</SectionHeading>
        <Link className={`${LINK} txt-compact-xsmall`} to={runsOfAlert(alertId)}>
          {t("lowStock.sections.runs")}
        </Link>
      </div>
      {isPending && <LoadingRows rows={2} />}
      {isError && !data && (
        <LoadFailure title={t("lowStock.runs.error")} error={error} retry={refetch} />
      )}
      {data?.runs.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("lowStock.noActions")}
        </Text>
      )}
      <ul className="divide-y">
        {data?.runs.map((run) => (
          <li key={run.id} className="flex flex-col gap-y-1 py-2">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <Text size="small">{runName(run)}</Text>
              <RunStatus run={run} />
            </div>
            <RunOutcome run={run} units={data.units[run.inventory_item_id]} />
            <div>
              <RetryButton run={run} name={`${runName(run)}, ${item}`} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
