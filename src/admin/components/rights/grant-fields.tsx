import { Button, Checkbox, Label, Select, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import { RIGHTS, type Right } from "../../../core/grants"
import type { NamedLocation } from "../../hooks/api/use-location-names"
import type { GrantDraft } from "../../lib/grant-drafts"
import { FieldError } from "../fields/field-error"
import { QuantityField } from "../fields/quantity-field"

interface GrantFieldsProps {
  /** From 1, for people. */
  number: number
  draft: GrantDraft
  locations: NamedLocation[]
  locationsError: string | undefined
  mostError: string | undefined
  onChange: (part: Partial<GrantDraft>) => void
  onRemove: () => void
}

/** One right: which, where, and how much at a time. */
export function GrantFields(props: GrantFieldsProps) {
  const { number, draft, locations, locationsError, mostError, onChange, onRemove } = props
  const { t } = useTranslation("stockroom")
  const id = useId()
  const chosen = draft.locationIds
  const toggle = (location: string, on: boolean) =>
    onChange({
      locationIds: on
        ? [...(chosen ?? []), location]
        : (chosen ?? []).filter((other) => other !== location),
    })
  return (
    <fieldset className="border-ui-border-base flex flex-col gap-y-4 rounded-lg border p-4">
      <legend className="sr-only">{t("rights.form.number", { number })}</legend>
      <div className="flex flex-col gap-y-2">
        <Label size="small" weight="plus" id={`${id}-right`}>
          {t("rights.form.right")}
        </Label>
        <Select
          size="small"
          value={draft.right}
          onValueChange={(right) => onChange({ right: right as Right })}
        >
          <Select.Trigger aria-labelledby={`${id}-right`} aria-describedby={`${id}-hint`}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {RIGHTS.map((right) => (
              <Select.Item key={right} value={right}>
                {t(`rights.names.${right}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
        <Text id={`${id}-hint`} size="xsmall" className="text-ui-fg-subtle">
          {t(`rights.hints.${draft.right}`)}
        </Text>
      </div>
      <div
        className="flex flex-col gap-y-2"
        role="group"
        aria-labelledby={`${id}-where`}
        aria-describedby={`${id}-where-error`}
      >
        <Label size="small" weight="plus" id={`${id}-where`}>
          {t("rights.form.where")}
        </Label>
        <div className="flex items-center gap-x-2">
          <Checkbox
            id={`${id}-all`}
            checked={chosen === null}
            onCheckedChange={(on) => onChange({ locationIds: on === true ? null : [] })}
          />
          <Label size="small" htmlFor={`${id}-all`}>
            {t("rights.form.all")}
          </Label>
        </div>
        {chosen !== null && (
          <div className="flex max-h-48 flex-col gap-y-2 overflow-y-auto pl-6">
            {locations.map(({ id: location, name }) => (
              <div key={location} className="flex items-center gap-x-2">
                <Checkbox
                  id={`${id}-${location}`}
                  checked={chosen.includes(location)}
                  onCheckedChange={(on) => toggle(location, on === true)}
                />
                <Label size="small" htmlFor={`${id}-${location}`}>
                  {name}
                </Label>
              </div>
            ))}
          </div>
        )}
        <FieldError id={`${id}-where-error`} text={locationsError} />
      </div>
      <QuantityField
        label={t("rights.form.most")}
        value={draft.most}
        error={mostError}
        onChange={(most) => onChange({ most })}
      />
      <Button
        className="self-start"
        variant="secondary"
        size="small"
        type="button"
        aria-label={t("rights.form.removeNumber", { number })}
        onClick={onRemove}
      >
        {t("rights.form.remove")}
      </Button>
    </fieldset>
  )
}
