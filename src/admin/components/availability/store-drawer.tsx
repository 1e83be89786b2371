import { Drawer } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import type { StoreAvailabilityResponse } from "../../../api/types/availability"
import { SHOWN_LOCATIONS, type ShownLocations } from "../../../core/availability"
import { useSetStoreAvailability } from "../../hooks/api/use-availability"
import { useAvailabilityForm } from "../../hooks/use-availability-form"
import { useFocusBack } from "../../hooks/use-focus-back"
import { useFormats } from "../../hooks/use-formats"
import { type DisplayDraft, draftOfDisplay, readDisplayDraft } from "../../lib/display-draft"
import { DrawerHeading } from "../drawer-heading"
import { SelectField } from "../fields/select-field"
import { FormFooter } from "../form-footer"
import { DisplayField } from "./display-field"

interface StoreDrawerProps {
  settings: StoreAvailabilityResponse["store_availability"]
  onClose: () => void
}

/** Changes what shoppers are told in the whole store. Shown while it is there. */
export function StoreDrawer({ settings, onClose }: StoreDrawerProps) {
  const { t } = useTranslation("stockroom")
  const focusBack = useFocusBack(true)
  return (
    <Drawer open onOpenChange={(open) => open || onClose()}>
      <Drawer.Content onCloseAutoFocus={focusBack}>
        <DrawerHeading
          title={t("availability.store.title")}
          description={t("availability.store.hint")}
        />
        <StoreForm settings={settings} onClose={onClose} />
      </Drawer.Content>
    </Drawer>
  )
}

interface StoreDraft extends DisplayDraft {
  locations: ShownLocations
}

function StoreForm({ settings, onClose }: StoreDrawerProps) {
  const { t } = useTranslation("stockroom")
  const { locale } = useFormats()
  const id = useId()
  const form = useAvailabilityForm({
    begin: (): StoreDraft => ({
      ...draftOfDisplay(settings, locale),
      locations: settings.locations,
    }),
    read: (draft) => {
      const { request, problems } = readDisplayDraft(draft, locale)
      return { request: { ...request, locations: draft.locations }, problems }
    },
    fields: ["display", "display_below", "locations"],
    saving: useSetStoreAvailability(),
    told: t("availability.store.done"),
    close: onClose,
  })
  const { draft, change, errorAt } = form
  return (
    <form className="flex flex-1 flex-col overflow-hidden" onSubmit={form.save} noValidate>
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <DisplayField draft={draft} errorAt={errorAt} onChange={change} />
        <SelectField
          label={t("availability.form.locations")}
          hint={t("availability.form.locationsHint")}
          choices={SHOWN_LOCATIONS.map((value) => ({
            ...{ value, label: t(`availability.shownLocations.${value}`) },
          }))}
          value={draft.locations}
          error={errorAt("locations")}
          onChange={(locations) => change({ locations: locations as ShownLocations })}
        />
      </Drawer.Body>
      <FormFooter
        errorId={`${id}-error`}
        error={form.whole}
        isSaving={form.isSaving}
        close={onClose}
      />
    </form>
  )
}
