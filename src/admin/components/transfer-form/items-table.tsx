import { Table } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import { useTranslation } from "react-i18next"

import type { TransferForm } from "../../hooks/use-transfer-form"
import { lineAt, withoutItem, withQuantity } from "../../lib/transfer-draft"
import { Pages } from "../pages"
import { LineRow } from "./line-row"

const PAGE = 25
const MOMENTS = ["now", "sent", "received"] as const

/** The items with both ends, page by page. A new item leads to its page, as does one with a mistake. */
export function ItemsTable({ form }: { form: TransferForm }) {
  const { t } = useTranslation("stockroom")
  const { draft, change, effects, errorAt, place, wrongLine } = form
  const [page, setPage] = useState(0)
  const count = draft.lines.length
  const last = Math.max(0, Math.ceil(count / PAGE) - 1)
  const shown = Math.min(page, last)
  const short = new Set(form.short.map(({ id }) => id))

  const before = useRef(count)
  useEffect(() => {
    if (count > before.current) {
      // One that is scanned stands last; of a file the first are shown.
      setPage(count === before.current + 1 ? last : 0)
    }
    before.current = count
  }, [count])
  useEffect(() => {
    if (wrongLine >= 0) {
      setPage(Math.floor(wrongLine / PAGE))
    }
  }, [wrongLine])

  const ends = [
    { id: draft.originId, none: t("transferForm.route.origin") },
    { id: draft.destinationId, none: t("transferForm.route.destination") },
  ]
  return (
    <>
      <div
        className="focus-visible:shadow-borders-focus overflow-x-auto outline-none"
        role="region"
        aria-label={t("transferForm.items.title")}
        tabIndex={0}
      >
        <Table className="[&_td:not(:last-child)]:pr-4 [&_th:not(:last-child)]:pr-4 [&_tr+tr>th]:!pr-4">
          <Table.Header>
            <Table.Row className="border-b-0">
              <Table.HeaderCell rowSpan={2} className="align-bottom">
                {t("transferForm.items.item")}
              </Table.HeaderCell>
              <Table.HeaderCell rowSpan={2} className="align-bottom">
                {t("fields.quantity")}
              </Table.HeaderCell>
              {ends.map(({ id, none }) => (
                <Table.HeaderCell
                  key={none}
                  colSpan={MOMENTS.length}
                  scope="colgroup"
                  className="border-ui-border-base border-l pl-4"
                >
                  {t("transferForm.items.availableAt", { location: place(id)?.name ?? none })}
                </Table.HeaderCell>
              ))}
              <Table.HeaderCell rowSpan={2}>
                <span className="sr-only">{t("transferForm.items.actions")}</span>
              </Table.HeaderCell>
            </Table.Row>
            <Table.Row>
              {ends.map(({ none }) =>
                MOMENTS.map((moment, index) => (
                  <Table.HeaderCell
                    key={`${none} ${moment}`}
                    className={
                      index
                        ? "whitespace-nowrap text-right"
                        : "border-ui-border-base whitespace-nowrap border-l pl-4 text-right"
                    }
                  >
                    {t(`transferForm.items.${moment}`)}
                  </Table.HeaderCell>
                ))
              )}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {draft.lines.slice(shown * PAGE, (shown + 1) * PAGE).map((line) => (
              <LineRow
                key={line.id}
                line={line}
                effect={effects.get(line.id)}
                chosen={{
                  origin: Boolean(draft.originId),
                  destination: Boolean(draft.destinationId),
                }}
                isShort={short.has(line.id)}
                error={errorAt(lineAt(line.id))}
                onTyped={(typed) => change((now) => withQuantity(now, line.id, typed))}
                onRemove={() => change((now) => withoutItem(now, line.id))}
              />
            ))}
          </Table.Body>
        </Table>
      </div>
      <Pages page={shown} size={PAGE} count={count} onChange={setPage} />
    </>
  )
}
