import { Button, Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useLocationNames } from "../../hooks/api/use-location-names"
import { FIGURES, type Figure, FILTER_STATES, figureText } from "../../lib/level-columns"
import { isNarrowed, type LevelFilters, type Show, SHOWS } from "../../lib/level-filters"
import { ChoiceMenu } from "./choice-menu"
import { SearchField } from "./search-field"

/** A select cannot offer an empty value. */
const ALL = "all"

interface FilterBarProps {
  filters: LevelFilters
  figures: Figure[]
  onChange: (change: Partial<LevelFilters>) => void
  onClear: () => void
  onFigures: (figures: Figure[]) => void
}

/** What narrows the list of levels, and which figures it shows. */
export function FilterBar({ filters, figures, onChange, onClear, onFigures }: FilterBarProps) {
  const { t } = useTranslation("stockroom")
  const locations = useLocationNames()
  return (
    <div className="flex flex-wrap items-center gap-2 px-6 py-4" role="search">
      <SearchField label={t("levels.search")} value={filters.q} onChange={(q) => onChange({ q })} />
      <ChoiceMenu
        label={t("levels.locations")}
        options={(locations.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        empty={locations.isPending ? t("loading") : t("levels.noLocations")}
        chosen={filters.locationIds}
        onChange={(locationIds) => onChange({ locationIds })}
      />
      <ChoiceMenu
        label={t("levels.states")}
        options={FILTER_STATES.map((state) => ({ value: state, label: t(`states.${state}`) }))}
        chosen={filters.states}
        onChange={(states) => onChange({ states })}
      />
      <div className="w-48">
        <Select
          size="small"
          value={filters.show ?? ALL}
          onValueChange={(show) => onChange({ show: show === ALL ? null : (show as Show) })}
        >
          <Select.Trigger aria-label={t("levels.show.label")}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {[ALL, ...SHOWS].map((show) => (
              <Select.Item key={show} value={show}>
                {t(`levels.show.${show}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </div>
      {isNarrowed(filters) && (
        <Button variant="transparent" size="small" onClick={onClear}>
          {t("levels.clearFilters")}
        </Button>
      )}
      <div className="ml-auto">
        <ChoiceMenu
          label={t("levels.columns")}
          options={FIGURES.map((figure) => ({
            value: figure,
            label: t(figureText(figure)),
          }))}
          counted={false}
          chosen={figures}
          onChange={onFigures}
        />
      </div>
    </div>
  )
}
