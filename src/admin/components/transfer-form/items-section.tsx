import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { useExportItems } from "../../hooks/api/use-transfer-items"
import { useFailureText } from "../../hooks/use-failure-text"
import { useFormats } from "../../hooks/use-formats"
import { useShownUnits } from "../../hooks/use-shown-units"
import type { TransferForm } from "../../hooks/use-transfer-form"
import { type Transfer, unitOfChoice, withItem, withItems } from "../../lib/transfer-draft"
import { LoadFailure } from "../load-failure"
import { ImportItemsDrawer } from "./import-items-drawer"
import { ItemAdder } from "./item-adder"
import { ItemsTable } from "./items-table"
import { Shortage } from "./shortage"

/** What it carries: items one by one, by a scanner or from a file, with what each does to both ends. */
export function ItemsSection({ form, saved }: { form: TransferForm; saved: Transfer | null }) {
  const { t } = useTranslation("stockroom")
  const { locale } = useFormats()
  const [shown] = useShownUnits()
  const failureText = useFailureText()
  const exported = useExportItems()
  const [importing, setImporting] = useState(false)
  const { draft, change, levels } = form
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div>
          <Heading level="h2">{t("transferForm.items.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t(`transferForm.items.hint.${form.deduction}`)}
          </Text>
        </div>
        <div className="flex flex-wrap gap-2">
          {saved && (
            <Button
              variant="secondary"
              size="small"
              type="button"
              isLoading={exported.isPending}
              onClick={() =>
                exported.mutate(saved, {
                  onError: (error) =>
                    toast.error(t("transferForm.items.exportFailed"), {
                      description: failureText(error),
                    }),
                })
              }
            >
              {t("transferForm.items.export")}
            </Button>
          )}
          <Button variant="secondary" size="small" type="button" onClick={() => setImporting(true)}>
            {t("transferForm.items.import")}
          </Button>
        </div>
      </div>
      <div className="px-6 py-4">
        <div className="sm:max-w-md">
          <ItemAdder
            error={form.errorAt("lines")}
            choose={(item) =>
              change((now) => withItem(now, item, locale, unitOfChoice(now, item.id, shown)))
            }
            scan={(item) => change((now) => withItem(now, item, locale))}
          />
        </div>
      </div>
      {levels.error ? (
        <LoadFailure
          title={t("transferForm.items.levelsError")}
          error={levels.error}
          retry={levels.retry}
        />
      ) : null}
      {draft.lines.length ? (
        <ItemsTable form={form} />
      ) : (
        <div className="flex flex-col items-center px-6 py-8 text-center">
          <Text size="small" weight="plus">
            {t("transferForm.items.empty")}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {t("transferForm.items.emptyHint")}
          </Text>
        </div>
      )}
      <Shortage form={form} />
      <ImportItemsDrawer
        open={importing}
        hasItems={draft.lines.length > 0}
        onOpenChange={setImporting}
        take={(items, mode) => change((now) => withItems(now, items, mode, locale))}
      />
    </Container>
  )
}
