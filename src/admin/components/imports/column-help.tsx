import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { TEMPLATE } from "../../lib/import-file"
import { saveFile } from "../../lib/save-file"
import { SectionHeading } from "../section-heading"

const COLUMNS = [
  "item",
  "location",
  "unit",
  "on_hand",
  "available",
  "states",
  "committed",
  "others",
] as const

/** Which columns a file may have, and what each does; and a file to begin with. */
export function ColumnHelp() {
  const { t } = useTranslation("stockroom")
  return (
    <div className="flex flex-col items-start gap-y-3">
      <SectionHeading>{t("imports.columns.title")}</SectionHeading>
      <Text size="small" className="text-ui-fg-subtle">
        {t("imports.columns.intro")}
      </Text>
      <dl className="flex flex-col gap-y-2">
        {COLUMNS.map((column) => (
          <div key={column}>
            <dt className="txt-compact-small-plus">
              <code className="txt-compact-small-plus font-mono">
                {t(`imports.columns.${column}.name`)}
              </code>
            </dt>
            <dd className="txt-small text-ui-fg-subtle">{t(`imports.columns.${column}.does`)}</dd>
          </div>
        ))}
      </dl>
      <Button
        variant="secondary"
        size="small"
        onClick={() => saveFile(new Blob([TEMPLATE], { type: "text/csv" }), "stock-import.csv")}
      >
        {t("imports.columns.template")}
      </Button>
    </div>
  )
}
