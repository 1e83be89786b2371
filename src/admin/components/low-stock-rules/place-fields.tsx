import { useTranslation } from "react-i18next"

import { RULE_PLACES, type RulePlace } from "../../../core/low-stock"
import type { RuleDraft } from "../../lib/low-stock-rule-draft"
import { SelectField } from "../fields/select-field"

interface Named {
  id: string
  name: string
}

interface PlaceFieldsProps {
  draft: RuleDraft
  /** Those at which the person may make rules. */
  locations: Named[]
  channels: Named[]
  /** Otherwise a rule can be about one location only. */
  mayEverywhere: boolean
  errorAt: (path: string) => string | undefined
  onChange: (part: Partial<RuleDraft>) => void
}

/** Where a rule watches: at each location, at one, or at several together. */
export function PlaceFields(props: PlaceFieldsProps) {
  const { draft, locations, channels, mayEverywhere, errorAt, onChange } = props
  const { t } = useTranslation("stockroom")
  const places = RULE_PLACES.filter((place) => mayEverywhere || place === "location")
  const choices = (list: Named[]) => list.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <SelectField
        label={t("lowStockRules.columns.where")}
        choices={places.map((place) => ({
          value: place,
          label: t(`lowStockRules.places.${place}`),
        }))}
        value={draft.place}
        hint={t(`lowStockRules.placeHints.${draft.place}`)}
        error={errorAt("place")}
        onChange={(place) => onChange({ place: place as RulePlace })}
      />
      {draft.place === "location" && (
        <SelectField
          label={t("lowStockRules.form.location")}
          choices={choices(locations)}
          value={draft.locationId ?? ""}
          placeholder={t("lowStockRules.form.chooseLocation")}
          error={errorAt("location_id")}
          onChange={(locationId) => onChange({ locationId })}
        />
      )}
      {draft.place === "channel" && (
        <SelectField
          label={t("lowStockRules.form.channel")}
          choices={choices(channels)}
          value={draft.channelId ?? ""}
          placeholder={t("lowStockRules.form.chooseChannel")}
          error={errorAt("sales_channel_id")}
          onChange={(channelId) => onChange({ channelId })}
        />
      )}
    </>
  )
}
