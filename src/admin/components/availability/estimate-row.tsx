import { Badge, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useFormats } from "../../hooks/use-formats"
import type { Estimate } from "../../lib/estimate-draft"
import { languageName } from "../../lib/locale"
import { EstimateMenu } from "./estimate-menu"

interface EstimateRowProps {
  estimate: Estimate
  /** In their order. */
  all: Estimate[]
  /** Whether the list is being read again. */
  isStale: boolean
  /** Opens its drawer; null for who may only look. */
  edit: (() => void) | null
}

/** An estimate: what shoppers read, in which languages, and how long it takes. */
export function EstimateRow({ estimate, all, isStale, edit }: EstimateRowProps) {
  const { t } = useTranslation("stockroom")
  const { locale } = useFormats()
  const { title, translations, lead_time_days: days } = estimate
  return (
    <Table.Row className="[&_td]:py-3 [&_td]:align-top">
      <Table.Cell className="min-w-48">
        <div className="flex flex-wrap items-center gap-2">
          <span className="break-words">{title}</span>
          {estimate.is_default && (
            <Badge size="2xsmall" color="blue">
              {t("availability.estimates.default")}
            </Badge>
          )}
        </div>
      </Table.Cell>
      <Table.Cell className="min-w-48">
        {Object.keys(translations).length === 0 && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("availability.estimates.onlyOne")}
          </Text>
        )}
        <ul>
          {Object.entries(translations).map(([tag, text]) => (
            <li key={tag} className="break-words">
              <span className="text-ui-fg-subtle">{languageName(tag, locale)}:</span>{" "}
              <span lang={tag.replaceAll("_", "-")}>{text}</span>
            </li>
          ))}
        </ul>
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {days === null ? "–" : t("availability.estimates.days", { count: days })}
      </Table.Cell>
      <Table.Cell className="text-right">
        {edit && <EstimateMenu estimate={estimate} all={all} isStale={isStale} edit={edit} />}
      </Table.Cell>
    </Table.Row>
  )
}
