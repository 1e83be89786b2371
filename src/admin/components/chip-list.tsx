import { XMarkMini } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

interface ChipListProps {
  label: string
  chips: { key: string; name: string; remove: () => void }[]
  clear: () => void
}

/** What a page is filtered by, in words; each can be taken away, or all at once. */
export function ChipList({ label, chips, clear }: ChipListProps) {
  const { t } = useTranslation("stockroom")
  if (!chips.length) {
    return null
  }
  return (
    <div className="flex flex-wrap items-center gap-2 px-6 py-3">
      <ul className="contents" aria-label={label}>
        {chips.map(({ key, name, remove }) => (
          <li
            key={key}
            className="bg-ui-bg-field border-ui-border-base txt-compact-small-plus text-ui-fg-subtle flex max-w-full items-center overflow-hidden rounded-md border"
          >
            <span className="truncate px-2 py-1">{name}</span>
            <button
              type="button"
              className="hover:bg-ui-bg-field-hover focus-visible:shadow-borders-focus border-ui-border-base flex self-stretch border-l px-1.5 outline-none"
              aria-label={t("history.filters.remove", { filter: name })}
              onClick={remove}
            >
              <XMarkMini className="self-center" />
            </button>
          </li>
        ))}
      </ul>
      <Button variant="transparent" size="small" onClick={clear}>
        {t("history.filters.clear")}
      </Button>
    </div>
  )
}
