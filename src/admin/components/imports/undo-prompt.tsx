import { Checkbox, Label, Prompt, Text, toast } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"

import type { Names } from "../../../api/types/names"
import type { ImportUndoResponse, NamedImport } from "../../../api/types/imports"
import { useImportUndo, useUndoImport } from "../../hooks/api/use-imports"
import { useFailureText } from "../../hooks/use-failure-text"
import { useUnitText } from "../../hooks/use-unit-text"
import { withNames } from "../../lib/names"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"

interface UndoPromptProps {
  record: NamedImport
  close: () => void
}

/** Asks before an import is taken back, and shows what would be below zero then. */
export function UndoPrompt({ record, close }: UndoPromptProps) {
  const { t } = useTranslation("stockroom")
  const failureText = useFailureText()
  const id = useId()
  const [allowed, setAllowed] = useState(false)
  const undo = useUndoImport(record.id)
  const { data, isPending, isError, error, refetch } = useImportUndo(record.id)
  const preview = data?.undo
  const short = preview?.negative.length ?? 0
  const never = preview?.negative.some(({ state }) => state !== "available") ?? false
  const ready = preview?.possible && !never && (short === 0 || allowed)

  /** Not by callbacks of the mutation: those are dropped when the prompt is closed. */
  async function confirm(): Promise<void> {
    close()
    try {
      await undo.mutateAsync({ allow_negative: allowed })
      toast.success(t("imports.undo.done"))
    } catch (refused) {
      toast.error(t("imports.undo.failed"), {
        description: withNames(failureText(refused), namesIn(preview)),
      })
    }
  }

  return (
    <Prompt open onOpenChange={close}>
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("imports.undo.title")}</Prompt.Title>
          <Prompt.Description>
            {t("imports.undo.question", { count: record.applied_rows ?? 0 })}
          </Prompt.Description>
        </Prompt.Header>
        {isPending ? (
          <LoadingRows rows={2} />
        ) : isError && !data ? (
          <LoadFailure title={t("imports.undo.error")} error={error} retry={refetch} />
        ) : (
          preview && (
            <div className="flex flex-col gap-y-3 px-6 pt-3">
              {!preview.possible && <Text size="small">{t("imports.undo.impossible")}</Text>}
              {short > 0 && <Negative answer={data} />}
              {never && <Text size="small">{t("imports.undo.never")}</Text>}
              {short > 0 && !never && preview.possible && (
                <div className="flex items-start gap-x-2">
                  <Checkbox
                    id={id}
                    checked={allowed}
                    onCheckedChange={(checked) => setAllowed(checked === true)}
                  />
                  <Label htmlFor={id} size="small">
                    {t("imports.undo.allow")}
                  </Label>
                </div>
              )}
            </div>
          )
        )}
        <Prompt.Footer>
          <Prompt.Cancel>{t("actions.cancel")}</Prompt.Cancel>
          <Prompt.Action disabled={!ready} onClick={confirm}>
            {t("imports.undo.confirm")}
          </Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}

/** What the previewed figures are called. */
function namesIn(undo: ImportUndoResponse["undo"] | undefined): Names {
  const negative = undo?.negative ?? []
  return {
    items: Object.fromEntries(
      negative.map(({ inventory_item_id: id, sku }) => [id, { sku, title: null }])
    ),
    locations: Object.fromEntries(
      negative.map(({ location_id: id, location_name: name }) => [id, name ?? id])
    ),
    users: {},
  }
}

const SHOWN = 5

/** The first figures that would be below zero. */
function Negative({ answer: { undo, units } }: { answer: ImportUndoResponse }) {
  const { t } = useTranslation("stockroom")
  const { named } = useUnitText()
  const more = undo.negative.length - SHOWN + undo.more_negative
  return (
    <div className="txt-small flex flex-col gap-y-1">
      <span>{t("imports.undo.short")}</span>
      <ul className="list-disc pl-4">
        {undo.negative.slice(0, SHOWN).map((figure) => (
          <li key={`${figure.inventory_item_id} ${figure.location_id} ${figure.state}`}>
            {t("imports.undo.figure", {
              item: figure.sku ?? figure.inventory_item_id,
              location: figure.location_name ?? figure.location_id,
              state: t(`states.${figure.state}`),
              before: named(figure.inventory_item_id, units, figure.before),
              after: named(figure.inventory_item_id, units, figure.after),
            })}
          </li>
        ))}
      </ul>
      {more > 0 && <span>{t("imports.undo.more", { count: more })}</span>}
    </div>
  )
}
