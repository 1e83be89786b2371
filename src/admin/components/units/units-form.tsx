import { Button, Drawer, Text } from "@medusajs/ui"
import { useEffect, useId, useRef } from "react"
import { useTranslation } from "react-i18next"

import { MOST_UNITS, type UnitRecord } from "../../../core/units"
import { useUnitsForm } from "../../hooks/use-units-form"
import { FormFooter } from "../form-footer"
import { OffStock } from "./off-stock"
import { UnitFields } from "./unit-fields"

interface UnitsFormProps {
  itemId: string
  units: readonly UnitRecord[]
  close: () => void
}

/** The list of an item's units: added, removed, put in order, one of them the base. */
export function UnitsForm({ itemId, units, close }: UnitsFormProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const form = useUnitsForm({ itemId, units, close })
  const number = form.drafts.length
  const base = form.drafts.find((draft) => draft.base)
  const list = useFocusOnNew(number)
  return (
    <form className="flex flex-1 flex-col overflow-hidden" onSubmit={form.save} noValidate>
      <Drawer.Body ref={list} className="flex flex-col gap-y-4 overflow-y-auto">
        {number === 0 && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("units.none")}
          </Text>
        )}
        {form.drafts.map((draft, index) => (
          <UnitFields
            key={draft.id}
            draft={draft}
            place={index + 1}
            baseName={base?.name.trim() || t("units.base")}
            errorAt={(field) => form.errorAt(index, field)}
            change={(part) => form.change(index, part)}
            makeBase={() => form.makeBase(index)}
            // Where the stock is kept, as long as other units are measured by it.
            remove={draft.base && number > 1 ? null : () => form.remove(index)}
            up={index > 0 ? () => form.move(index, -1) : null}
            down={index < number - 1 ? () => form.move(index, 1) : null}
          />
        ))}
        <Button
          type="button"
          variant="secondary"
          size="small"
          className="self-start"
          disabled={number >= MOST_UNITS}
          onClick={form.add}
        >
          {t("units.add")}
        </Button>
        <OffStock off={form.off} />
      </Drawer.Body>
      <FormFooter
        errorId={`${id}-error`}
        error={form.error}
        isSaving={form.isSaving}
        close={close}
      />
    </form>
  )
}

/** A unit that was added is named first. */
function useFocusOnNew(number: number) {
  const list = useRef<HTMLDivElement>(null)
  const before = useRef(number)
  useEffect(() => {
    if (number > before.current) {
      list.current?.querySelector<HTMLElement>("fieldset:last-of-type input")?.focus()
    }
    before.current = number
  }, [number])
  return list
}
