import { Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import type { LowStockRulesImportedResponse } from "../../../api/types/low-stock"
import { useFormats } from "../../hooks/use-formats"
import { Pages } from "../pages"

const PAGE = 20
const COUNTS = ["created", "updated", "deleted", "unchanged"] as const

/** What a file of rules does; or the rows that have to be mended, for which it does nothing. */
export function ImportOutcome({ outcome }: { outcome: LowStockRulesImportedResponse }) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  const { errors } = outcome
  if (errors.length) {
    return <WrongRows errors={errors} />
  }
  const isIdle = COUNTS.every((count) => count === "unchanged" || outcome[count] === 0)
  return (
    <div className="flex flex-col gap-y-3">
      <Text size="small" weight="plus" role="status">
        {t(`lowStockRules.import.${isIdle ? "nothing" : "good"}`)}
      </Text>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        {COUNTS.map((count) => {
          // Rules that go are what nobody should miss.
          const stands = count === "deleted" && outcome.deleted > 0 ? "text-ui-fg-error" : ""
          return (
            <div key={count} className={`txt-small contents ${stands}`}>
              <dt className={stands || "text-ui-fg-subtle"}>
                {t(`lowStockRules.import.counts.${count}`)}
              </dt>
              <dd className={`tabular-nums ${stands}`}>{quantity(String(outcome[count]))}</dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}

function WrongRows({ errors }: Pick<LowStockRulesImportedResponse, "errors">) {
  const { t } = useTranslation("stockroom")
  const [page, setPage] = useState(0)
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" weight="plus" role="status" className="text-ui-fg-error">
        {t("lowStockRules.import.wrong", { count: errors.length })}
      </Text>
      <Table className="[&_td:not(:last-child)]:pr-4 [&_th:not(:last-child)]:pr-4">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell className="text-right">
              {t("lowStockRules.import.line")}
            </Table.HeaderCell>
            <Table.HeaderCell>{t("lowStockRules.import.column")}</Table.HeaderCell>
            <Table.HeaderCell>{t("lowStockRules.import.error")}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {errors.slice(page * PAGE, (page + 1) * PAGE).map(({ line, field, message }) => (
            <Table.Row key={`${line} ${field}`}>
              <Table.Cell className="text-right tabular-nums">{line}</Table.Cell>
              <Table.Cell className="break-all">{field}</Table.Cell>
              <Table.Cell className="whitespace-normal break-words py-2">{message}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      <Pages page={page} size={PAGE} count={errors.length} onChange={setPage} />
    </div>
  )
}
