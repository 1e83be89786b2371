import { clx, Skeleton, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { exact } from "../../../core/quantity"
import type { useItemText } from "../../hooks/use-unit-text"
import { isShort } from "../../lib/figures"
import type { EndFigures } from "../../lib/transfer-effect"

interface EndCellProps {
  /** How the item's quantities are written. */
  text: ReturnType<typeof useItemText>
  /** Undefined while they are read; null where the item is not stocked. */
  figures: EndFigures | null | undefined
  /** What there was before: what has not changed steps back. */
  before?: EndFigures
  /** The first of its end. */
  begins?: boolean
}

/** What one end has of an item at one moment: what is available, and what is still to come or to go. */
export function EndCell({ text, figures, before, begins = false }: EndCellProps) {
  const { t } = useTranslation("stockroom")
  const same = before !== undefined && figures?.available === before.available
  return (
    <Table.Cell
      className={clx("whitespace-nowrap py-2 text-right tabular-nums", {
        "border-ui-border-base border-l pl-4": begins,
      })}
    >
      {figures === undefined && <Skeleton className="ml-auto h-5 w-8" />}
      {figures === null && <span className="text-ui-fg-subtle">–</span>}
      {figures && (
        <>
          <div
            className={clx(
              isShort(figures.available)
                ? "text-ui-fg-error"
                : same
                  ? "text-ui-fg-subtle"
                  : "text-ui-fg-base",
              { "font-medium": before !== undefined && !same }
            )}
          >
            {text.quantity(figures.available)}
          </div>
          {!exact(figures.incoming).isZero() && (
            <div className="text-ui-fg-subtle txt-compact-xsmall">
              {t("transferForm.items.incoming", { quantity: text.change(figures.incoming) })}
            </div>
          )}
        </>
      )}
    </Table.Cell>
  )
}
