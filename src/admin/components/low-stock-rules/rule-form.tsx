import { Drawer } from "@medusajs/ui"
import { useId } from "react"

import { useMayAtPool } from "../../hooks/use-may-at-pool"
import { useRuleForm } from "../../hooks/use-rule-form"
import type { LowStockRule, RulePreset } from "../../lib/low-stock-rule-draft"
import type { ItemUnits } from "../../lib/units"
import { NoteField } from "../fields/note-field"
import { FormFooter } from "../form-footer"
import { ActionsField } from "./actions-field"
import { EnabledField } from "./enabled-field"
import { FigureFields } from "./figure-fields"
import { ItemField } from "./item-field"
import { MutedField } from "./muted-field"
import { PlaceFields } from "./place-fields"
import type { RuleChoices } from "./rule-choices"
import { Watched } from "./watched"

interface RuleFormProps {
  rule: LowStockRule | undefined
  preset: RulePreset
  /** Of the item that it is about from the beginning. */
  units: ItemUnits
  choices: RuleChoices
  close: () => void
}

/** A rule: what it watches, from which quantity on stock is low, and what is done then. */
export function RuleForm({ rule, preset, units, choices, close }: RuleFormProps) {
  const id = useId()
  const mayAt = useMayAtPool()
  const mayEverywhere = mayAt({ location_id: null })
  const form = useRuleForm({
    ...{ rule, preset, units, actions: choices.actions, done: close },
    place: mayEverywhere ? "each_location" : "location",
  })
  const { draft, change, errorAt } = form
  const own = choices.locations.filter((location) => mayAt({ location_id: location.id }))
  return (
    <form className="flex flex-1 flex-col overflow-hidden" onSubmit={form.save} noValidate>
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        {rule ? (
          <Watched rule={rule} choices={choices} />
        ) : (
          <>
            <ItemField
              itemId={draft.itemId}
              error={errorAt("inventory_item_id")}
              onChange={(itemId) => change({ itemId })}
            />
            <PlaceFields
              draft={draft}
              locations={own}
              channels={choices.channels}
              mayEverywhere={mayEverywhere}
              errorAt={errorAt}
              onChange={change}
            />
          </>
        )}
        <FigureFields draft={draft} measures={form.measures} errorAt={errorAt} onChange={change} />
        <ActionsField
          drafts={draft.actions}
          choices={choices}
          errorAt={errorAt}
          onChange={(actions) => change({ actions })}
        />
        <EnabledField value={draft.enabled} onChange={(enabled) => change({ enabled })} />
        <MutedField
          value={draft.mutedUntil}
          error={errorAt("muted_until")}
          onChange={(mutedUntil) => change({ mutedUntil })}
        />
        <NoteField
          value={draft.note}
          error={errorAt("note")}
          onChange={(note) => change({ note })}
        />
      </Drawer.Body>
      <FormFooter
        errorId={`${id}-error`}
        error={form.whole}
        isSaving={form.isSaving}
        close={close}
      />
    </form>
  )
}
