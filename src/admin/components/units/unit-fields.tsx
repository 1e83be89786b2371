import { Button, IconButton, Text } from "@medusajs/ui"
import { ArrowDownMini, ArrowUpMini } from "@medusajs/icons"
import { type ReactNode, useId } from "react"
import { useTranslation } from "react-i18next"

import type { UnitDraft, UnitField } from "../../lib/units-draft"
import { TextField } from "../fields/text-field"

interface UnitFieldsProps {
  draft: UnitDraft
  /** In the list, from 1. */
  place: number
  baseName: string
  errorAt: (field: UnitField) => string | undefined
  change: (part: Partial<UnitDraft>) => void
  makeBase: () => void
  /** Null where it cannot be. */
  remove: (() => void) | null
  up: (() => void) | null
  down: (() => void) | null
}

/** One unit of an item: what it is called, how many base units it is, and in which steps it goes. */
export function UnitFields(props: UnitFieldsProps) {
  const { draft, place, baseName, errorAt, change, makeBase, remove, up, down } = props
  const { t } = useTranslation("stockroom")
  const id = useId()
  const name = draft.name.trim() || t("units.place", { number: place })
  return (
    <fieldset
      className="border-ui-border-base flex flex-col gap-y-3 rounded-lg border p-3"
      aria-labelledby={id}
    >
      <div className="flex items-center gap-x-1">
        <Text id={id} size="small" weight="plus" className="mr-auto min-w-0 truncate">
          {name}
        </Text>
        <Move to="units.up" name={name} by={up} icon={<ArrowUpMini />} />
        <Move to="units.down" name={name} by={down} icon={<ArrowDownMini />} />
        {remove && (
          <Button
            type="button"
            variant="transparent"
            size="small"
            aria-label={t("units.removeOf", { unit: name })}
            onClick={remove}
          >
            {t("units.remove")}
          </Button>
        )}
      </div>
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField
          label={t("units.name")}
          value={draft.name}
          error={errorAt("name")}
          onChange={(text) => change({ name: text })}
        />
        <TextField
          label={t("units.key")}
          hint={t("units.keyHint")}
          value={draft.key}
          error={errorAt("key")}
          onChange={(key) => change({ key })}
        />
      </div>
      {draft.base ? (
        <Text size="small" className="text-ui-fg-subtle">
          {t("units.isBase")}
        </Text>
      ) : (
        <div className="flex flex-col items-start gap-y-2">
          <div className="w-full">
            <TextField
              label={t("units.factor", { unit: name, base: baseName })}
              inputMode="decimal"
              value={draft.factor}
              error={errorAt("factor")}
              onChange={(factor) => change({ factor })}
            />
          </div>
          <Button
            type="button"
            variant="secondary"
            size="small"
            className="max-w-full whitespace-normal text-start"
            onClick={makeBase}
          >
            {t("units.makeBase", { unit: name })}
          </Button>
        </div>
      )}
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField
          label={t("units.decimals")}
          inputMode="decimal"
          value={draft.precision}
          error={errorAt("precision")}
          onChange={(precision) => change({ precision })}
        />
        <TextField
          label={t("units.increment")}
          hint={t("units.incrementHint")}
          inputMode="decimal"
          value={draft.increment}
          error={errorAt("increment")}
          onChange={(increment) => change({ increment })}
        />
      </div>
    </fieldset>
  )
}

interface MoveProps {
  /** The key of the button's name. */
  to: string
  name: string
  by: (() => void) | null
  icon: ReactNode
}

function Move({ to, name, by, icon }: MoveProps) {
  const { t } = useTranslation("stockroom")
  return (
    <IconButton
      type="button"
      variant="transparent"
      size="small"
      aria-label={t(to, { unit: name })}
      disabled={!by}
      onClick={by ?? undefined}
    >
      {icon}
    </IconButton>
  )
}
