import { Button, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { TransferResponse } from "../../../api/types/transfers"
import { useFormats } from "../../hooks/use-formats"
import { useUnitText } from "../../hooks/use-unit-text"
import { LINK, LINK_COLOR } from "../../lib/link-style"
import { itemName } from "../../lib/names"
import { namesOfTransfer } from "../../lib/transfer-names"
import { type Happening, happeningsOf, movementsOf } from "../../lib/transfer-timeline"

/** A receipt of many items shows so many at first. */
const ITEMS_SHOWN = 5

/** Who did what to a transfer and when, the latest first. */
export function Timeline({ answer }: { answer: TransferResponse }) {
  const { t } = useTranslation("stockroom")
  return (
    <>
      <div className="px-6 py-4">
        <Heading level="h2">{t("transfers.timeline.title")}</Heading>
      </div>
      <ol className="divide-y">
        {happeningsOf(answer.transfer).map((happening) => (
          <Entry key={happening.event.id} happening={happening} answer={answer} />
        ))}
      </ol>
    </>
  )
}

function Entry({ happening, answer }: { happening: Happening; answer: TransferResponse }) {
  const { t } = useTranslation("stockroom")
  const { moment } = useFormats()
  const { event, receipt } = happening
  const { transfer, names } = answer
  const who = (event.actor_id && names.users[event.actor_id]) ?? t(`actors.${event.actor_type}`)
  const movements = movementsOf(transfer.id, event)
  const what = t(`transfers.timeline.${event.event}`)
  const ends = event.event === "canceled" || event.event === "closed"
  return (
    <li className="flex flex-col gap-y-1 px-6 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Text size="small" weight="plus">
          {what}
        </Text>
        {movements && (
          <Link
            className={`${LINK} txt-compact-xsmall`}
            to={movements}
            aria-label={t("transfers.timeline.movementsOf", {
              what,
              at: moment(event.created_at),
            })}
          >
            {t("transfers.timeline.movements")}
          </Link>
        )}
      </div>
      <Text size="xsmall" className="text-ui-fg-subtle">
        <time dateTime={event.created_at}>
          {t("transfers.timeline.by", { at: moment(event.created_at), who })}
        </time>
      </Text>
      {receipt && <ReceiptLines receipt={receipt} answer={answer} />}
      {receipt?.taken_back_at && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("transfers.timeline.takenBack")}
        </Text>
      )}
      {ends && (
        <Text size="small">
          {t(event.write_off ? "transfers.timeline.writtenOff" : "transfers.timeline.returned")}
        </Text>
      )}
      {event.reason && <Because reason={event.reason} />}
      {event.note && (
        <Text size="small" className="text-ui-fg-subtle whitespace-pre-line break-words">
          {event.note}
        </Text>
      )}
    </li>
  )
}

interface ReceiptLinesProps {
  receipt: NonNullable<Happening["receipt"]>
  answer: TransferResponse
}

function ReceiptLines({ receipt, answer }: ReceiptLinesProps) {
  const { t } = useTranslation("stockroom")
  const { named } = useUnitText()
  const [all, setAll] = useState(false)
  const names = namesOfTransfer(answer)
  const more = receipt.lines.length - ITEMS_SHOWN
  return (
    <>
      <ul className="flex flex-col gap-y-1">
        {(all ? receipt.lines : receipt.lines.slice(0, ITEMS_SHOWN)).map((line, index) => {
          const item = itemName(names, line.inventory_item_id)
          const of = answer.units[line.inventory_item_id] ? "Of" : ""
          const quantity = (figure: string) => named(line.inventory_item_id, answer.units, figure)
          return (
            <li key={index} className="txt-small break-words">
              {line.accepted !== "0" && (
                <div>
                  {t(`transfers.timeline.accepted${of}`, {
                    quantity: quantity(line.accepted),
                    item,
                  })}
                </div>
              )}
              {line.rejected !== "0" && (
                <div>
                  {t(`transfers.timeline.rejected${of}`, {
                    quantity: quantity(line.rejected),
                    item,
                    disposition: t(`transfers.dispositions.${line.disposition ?? "discard"}`),
                  })}
                </div>
              )}
              {line.reason && <Because reason={line.reason} />}
              {line.note && <div className="text-ui-fg-subtle">{line.note}</div>}
            </li>
          )
        })}
      </ul>
      {more > 0 && (
        <Button
          variant="transparent"
          size="small"
          className={`${LINK_COLOR} -ml-2 self-start`}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? t("transfers.timeline.fewer") : t("transfers.timeline.more", { number: more })}
        </Button>
      )}
    </>
  )
}

function Because({ reason }: { reason: string }) {
  const { t } = useTranslation("stockroom")
  return (
    <div className="txt-small text-ui-fg-subtle break-words">
      {t("transfers.timeline.because", {
        reason: t(`reasons.${reason}`, { defaultValue: reason }),
      })}
    </div>
  )
}
