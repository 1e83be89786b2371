import { Drawer, Input, Label, Select } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import { DrawerHeading } from "../drawer-heading"
import { FormFooter } from "../form-footer"
import type { NamedLocationSettings } from "../../../api/types/location"
import { useFocusBack } from "../../hooks/use-focus-back"
import { useLocationForm } from "../../hooks/use-location-form"
import { type Kind, KINDS } from "../../lib/location-draft"
import { FieldError } from "../fields/field-error"

interface SettingsDrawerProps {
  location: NamedLocationSettings
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Where a location's settings are changed. */
export function SettingsDrawer({ location, open, onOpenChange }: SettingsDrawerProps) {
  const { t } = useTranslation("stockroom")
  const focusBack = useFocusBack(open)
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Content onCloseAutoFocus={focusBack}>
        <DrawerHeading
          title={t("locations.settings.title", { location: location.name ?? location.id })}
          description={t("locations.settings.hint")}
        />
        <SettingsForm location={location} close={() => onOpenChange(false)} />
      </Drawer.Content>
    </Drawer>
  )
}

function SettingsForm({ location, close }: { location: NamedLocationSettings; close: () => void }) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const form = useLocationForm(location, close)
  const { draft, change, errorAt } = form
  return (
    <form className="flex flex-1 flex-col overflow-hidden" onSubmit={form.save} noValidate>
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <div className="flex flex-col gap-y-2">
          <Label size="small" weight="plus" htmlFor={`${id}-kind`}>
            {t("locations.kind")}
          </Label>
          <Select
            size="small"
            value={draft.kind}
            onValueChange={(kind) => change({ kind: kind as Kind })}
          >
            <Select.Trigger id={`${id}-kind`}>
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              {KINDS.map((kind) => (
                <Select.Item key={kind} value={kind}>
                  {t(`locations.kinds.${kind}`)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        </div>
        <NumberField
          label={t("locations.priority")}
          hint={t("locations.settings.priorityHint")}
          value={draft.priority}
          error={errorAt("priority")}
          onChange={(priority) => change({ priority })}
        />
        <NumberField
          label={t("locations.leadTime")}
          hint={t("locations.settings.leadTimeHint")}
          value={draft.leadTime}
          error={errorAt("leadTime")}
          onChange={(leadTime) => change({ leadTime })}
        />
        <div className="grid grid-cols-2 items-start gap-x-3">
          <NumberField
            label={t("locations.latitude")}
            hint={t("locations.settings.coordinatesHint")}
            value={draft.latitude}
            error={errorAt("latitude")}
            onChange={(latitude) => change({ latitude })}
          />
          <NumberField
            label={t("locations.longitude")}
            value={draft.longitude}
            error={errorAt("longitude")}
            onChange={(longitude) => change({ longitude })}
          />
        </div>
      </Drawer.Body>
      <FormFooter
        errorId={`${id}-error`}
        error={form.failure}
        isSaving={form.isSaving}
        close={close}
      />
    </form>
  )
}

interface NumberFieldProps {
  label: string
  hint?: string
  value: string
  error: string | undefined
  onChange: (text: string) => void
}

function NumberField({ label, hint, value, error, onChange }: NumberFieldProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      <Input
        id={id}
        size="small"
        inputMode="decimal"
        autoComplete="off"
        className="tabular-nums"
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-hint ${id}-error`}
        onChange={({ target }) => onChange(target.value)}
      />
      {hint && (
        <div id={`${id}-hint`} className="txt-small text-ui-fg-subtle">
          {hint}
        </div>
      )}
      <FieldError id={`${id}-error`} text={error} />
    </div>
  )
}
