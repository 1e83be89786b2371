import { Button, Checkbox, Label } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import { useItemNames } from "../../hooks/api/use-item-names"
import { FieldHint } from "../fields/field-hint"
import { ItemPicker } from "../item-picker"

interface ItemFieldProps {
  /** Null: every item without a rule of its own. Undefined: none is chosen yet. */
  itemId: string | null | undefined
  error: string | undefined
  onChange: (itemId: string | null | undefined) => void
}

/** The item that a rule watches, or every item that has no rule of its own. */
export function ItemField({ itemId, error, onChange }: ItemFieldProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const named = useItemNames(itemId ? [itemId] : []).data
  return (
    <div className="flex flex-col gap-y-3" role="group" aria-labelledby={`${id}-label`}>
      <Label size="small" weight="plus" id={`${id}-label`}>
        {t("lowStockRules.columns.item")}
      </Label>
      <div className="flex items-start gap-x-2">
        <Checkbox
          id={`${id}-every`}
          aria-describedby={`${id}-hint`}
          checked={itemId === null}
          onCheckedChange={(on) => onChange(on === true ? null : undefined)}
        />
        <div>
          <Label size="small" htmlFor={`${id}-every`}>
            {t("lowStockRules.everyItem")}
          </Label>
          <FieldHint id={`${id}-hint`} text={t("lowStockRules.form.everyItemHint")} />
        </div>
      </div>
      {itemId && (
        <div className="bg-ui-bg-subtle flex items-center justify-between gap-x-4 rounded-lg px-4 py-2">
          <span className="txt-compact-small-plus min-w-0 break-words">
            {named?.get(itemId) ?? itemId}
          </span>
          <Button
            className="shrink-0"
            type="button"
            variant="transparent"
            size="small"
            onClick={() => onChange(undefined)}
          >
            {t("lowStockRules.form.otherItem")}
          </Button>
        </div>
      )}
      {itemId === undefined && (
        <ItemPicker
          label={t("lowStockRules.form.oneItem")}
          error={error}
          onChoose={(item) => onChange(item.id)}
        />
      )}
    </div>
  )
}
