import { Alert, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { NamedImport } from "../../../api/types/imports"
import { useFormats } from "../../hooks/use-formats"

/** What there is to know of an import before its rows are read. */
export function ImportNotices({ record }: { record: NamedImport }) {
  const { t } = useTranslation("stockroom")
  const { moment } = useFormats()
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      {record.failure && record.status === "checked" && (
        <Alert variant="error">
          <FailureText failure={record.failure} />
        </Alert>
      )}
      <Text size="small" role="status">
        {t(`imports.summary.${record.status}`, {
          count: record.applied_rows ?? record.changes,
          rows: record.rows,
          at: record.applied_at && moment(record.applied_at),
        })}
      </Text>
      {record.status === "checked" && record.below_zero > 0 && (
        <Text size="small">{t("imports.belowZero", { count: record.below_zero })}</Text>
      )}
      {record.ignored_columns.length > 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("imports.ignored", { columns: record.ignored_columns.join(", ") })}
        </Text>
      )}
    </div>
  )
}

interface StaleFigure {
  line: number
  sku: string | null
  figure: string
  expected: string
  current: string
}

/** Why an import was not applied. Where stock had changed meanwhile: the first such rows. */
function FailureText({ failure }: { failure: NonNullable<NamedImport["failure"]> }) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  const stale = failure.details.stale as StaleFigure[] | undefined
  if (!stale) {
    return <>{failure.message}</>
  }
  return (
    <div className="flex flex-col gap-y-1">
      <span>{t("imports.stale.title", { count: Number(failure.details.rows) })}</span>
      <ul className="list-disc pl-4">
        {stale.slice(0, 5).map(({ line, sku, figure, expected, current }) => (
          <li key={`${line} ${figure}`}>
            {figure === "level"
              ? t(`imports.stale.${current === "open" ? "opened" : "closed"}`, { line, sku })
              : t("imports.stale.figure", {
                  line,
                  sku,
                  figure: t(`states.${figure}`),
                  expected: quantity(expected),
                  current: quantity(current),
                })}
          </li>
        ))}
      </ul>
    </div>
  )
}
