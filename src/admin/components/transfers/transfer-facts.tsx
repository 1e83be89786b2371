import { Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { TransferResponse } from "../../../api/types/transfers"
import { useOptions } from "../../hooks/api/use-options"
import { useFormats } from "../../hooks/use-formats"
import { LINK } from "../../lib/link-style"
import { locationName } from "../../lib/names"
import { Expected } from "./expected"

/** What a transfer says besides its items. */
export function TransferFacts({ answer: { transfer, names } }: { answer: TransferResponse }) {
  const { t } = useTranslation("stockroom")
  const { tracking_number: number, tracking_url: url } = transfer
  const tracking = number ?? url
  const place = (id: string) => (
    <Link className={`${LINK} break-words`} to={`/settings/locations/${id}`}>
      {locationName(names, id)}
    </Link>
  )
  return (
    <>
      <div className="px-6 py-4">
        <Heading level="h2">{t("transfers.details.title")}</Heading>
      </div>
      <dl className="divide-y">
        <Fact name={t("transfers.filters.origin")}>{place(transfer.origin_id)}</Fact>
        <Fact name={t("transfers.filters.destination")}>{place(transfer.destination_id)}</Fact>
        <Fact name={t("transfers.expected")}>
          <Expected transfer={transfer} />
        </Fact>
        <Fact name={t("transfers.reference")}>{transfer.reference}</Fact>
        <Fact name={t("transfers.details.carrier")}>{transfer.carrier}</Fact>
        <Fact name={t("transfers.details.tracking")}>
          {url && /^https?:/i.test(url) ? (
            <a className={`${LINK} break-all`} href={url} target="_blank" rel="noreferrer">
              {tracking}
            </a>
          ) : (
            tracking
          )}
        </Fact>
        <CustomFacts values={transfer.custom_fields} />
        {transfer.origin_deduction && (
          <Fact name={t("transfers.details.deduction")}>
            {t(`transfers.details.${transfer.origin_deduction}`)}
          </Fact>
        )}
        <Fact name={t("transfers.details.note")}>
          {transfer.note && <span className="whitespace-pre-line">{transfer.note}</span>}
        </Fact>
      </dl>
    </>
  )
}

/** The merchant's own fields, in the order of their declaration; what is not declared any more comes last. */
function CustomFacts({ values }: { values: TransferResponse["transfer"]["custom_fields"] }) {
  const { t } = useTranslation("stockroom")
  const { day, quantity } = useFormats()
  const declared = useOptions().data?.options.transfers.custom_fields ?? []
  const others = Object.keys(values).filter((key) => !declared.some((field) => field.key === key))
  const fields = [...declared, ...others.map((key) => ({ key, label: key, type: "text" as const }))]
  const text = (type: string, value: string | number | boolean | null | undefined) => {
    if (value === null || value === undefined) {
      return null
    }
    if (typeof value === "boolean") {
      return t(value ? "transfers.details.yes" : "transfers.details.no")
    }
    if (typeof value === "number") {
      return quantity(String(value))
    }
    return type === "date" ? day(new Date(`${value}T00:00:00`)) : value
  }
  return (
    <>
      {fields.map(({ key, label, type }) => (
        <Fact key={key} name={label}>
          {text(type, values[key])}
        </Fact>
      ))}
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-2 items-start gap-x-4 px-6 py-3">
      <dt className="txt-compact-small-plus text-ui-fg-subtle break-words">{name}</dt>
      <dd className="min-w-0 break-words">
        <Text size="small" asChild>
          <span>{children || "–"}</span>
        </Text>
      </dd>
    </div>
  )
}
