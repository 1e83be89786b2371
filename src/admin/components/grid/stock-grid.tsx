import { clx, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { ItemStock, LocationInfo } from "../../../api/types/item-stock"
import { type Figure, FIGURES, totalsOf } from "../../lib/figures"
import { itemTitle, levelsAt } from "../../lib/item-levels"
import { LocationName } from "./location-name"
import { NumberButton } from "./number-button"

interface StockGridProps {
  item: ItemStock
  locations: LocationInfo[]
}

/** An item's locations by its figures, with what they come to; every number has its menu. */
export function StockGrid({ item, locations }: StockGridProps) {
  const { t } = useTranslation("stockroom")
  const totals = totalsOf(item.levels)
  return (
    <div
      className="focus-visible:shadow-borders-focus isolate overflow-x-auto outline-none"
      role="region"
      aria-label={t("grid.tableOf", { item: itemTitle(item) })}
      tabIndex={0}
    >
      <Table className="[&_td:not(:last-child)]:pr-3 [&_th:not(:last-child)]:pr-3">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col" className={clx(STICKY, "py-2 align-bottom")}>
              {t("grid.location")}
            </Table.HeaderCell>
            {FIGURES.map((figure) => (
              <Table.HeaderCell
                key={figure}
                scope="col"
                className={clx("max-w-24 py-2 text-right align-bottom", sumStyle(figure))}
              >
                {t(`states.${figure}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {levelsAt(item, locations).map(({ level, location }) => (
            <Table.Row key={location.id}>
              <Table.HeaderCell scope="row" className={clx(STICKY, "txt-compact-small min-w-36")}>
                <LocationName location={location} />
              </Table.HeaderCell>
              {FIGURES.map((figure) => (
                <Table.Cell key={figure} className={clx("text-right", sumStyle(figure))}>
                  <NumberButton
                    className="-mr-1.5"
                    figure={figure}
                    location={location}
                    quantity={level[figure]}
                  />
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
        <tfoot>
          <Table.Row className="border-b-0">
            <Table.HeaderCell scope="row" className={STICKY}>
              {t("grid.total")}
            </Table.HeaderCell>
            {FIGURES.map((figure) => (
              <Table.Cell
                key={figure}
                className={clx("txt-compact-small-plus text-right", sumStyle(figure))}
              >
                <NumberButton
                  className="-mr-1.5"
                  figure={figure}
                  location={null}
                  quantity={totals[figure]}
                />
              </Table.Cell>
            ))}
          </Table.Row>
        </tfoot>
      </Table>
    </div>
  )
}

/** Stays where it is while the figures scroll under it. */
const STICKY = "sticky left-0 bg-inherit"

/** What is worked out from the figures before it is set off from them. */
function sumStyle(figure: Figure): string | false {
  return (figure === "unavailable" || figure === "on_hand") && "txt-compact-small-plus"
}
