import { Button, DropdownMenu, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useFormats } from "../../hooks/use-formats"
import {
  isSame,
  localePath,
  type TranslationDraft,
  translationPath,
} from "../../lib/estimate-draft"
import { languageName } from "../../lib/locale"
import { TextField } from "../fields/text-field"

interface TranslationsFieldProps {
  drafts: TranslationDraft[]
  /** The languages of the store; where it names none, any can be typed. */
  locales: string[]
  errorAt: (path: string) => string | undefined
  onChange: (drafts: TranslationDraft[]) => void
}

/** What shoppers read in other languages. */
export function TranslationsField({ drafts, locales, errorAt, onChange }: TranslationsFieldProps) {
  const { t } = useTranslation("stockroom")
  const change = (at: number, part: Partial<TranslationDraft>) =>
    onChange(drafts.map((draft, index) => (index === at ? { ...draft, ...part } : draft)))
  return (
    <fieldset className="flex flex-col gap-y-3">
      <legend className="txt-compact-small-plus mb-2">
        {t("availability.estimates.translations.title")}
      </legend>
      {drafts.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("availability.estimates.translations.none")}
        </Text>
      )}
      {drafts.map((draft, index) => (
        <Translation
          key={index}
          draft={draft}
          localeError={errorAt(localePath(index))}
          titleError={errorAt(translationPath(index))}
          onChange={(part) => change(index, part)}
          onRemove={() => onChange(drafts.filter((_, other) => other !== index))}
        />
      ))}
      <AddLanguage
        locales={locales.filter((tag) => !drafts.some((draft) => isSame(draft.locale, tag)))}
        isAny={locales.length === 0}
        add={(draft) => onChange([...drafts, draft])}
      />
    </fieldset>
  )
}

interface TranslationProps {
  draft: TranslationDraft
  localeError: string | undefined
  titleError: string | undefined
  onChange: (part: Partial<TranslationDraft>) => void
  onRemove: () => void
}

function Translation(props: TranslationProps) {
  const { draft, localeError, titleError, onChange, onRemove } = props
  const { t } = useTranslation("stockroom")
  const { locale } = useFormats()
  const language =
    languageName(draft.locale, locale) || t("availability.estimates.translations.locale")
  const named = { language, interpolation: { escapeValue: false } }
  return (
    <div className="border-ui-border-base flex flex-col gap-y-3 rounded-lg border p-3">
      {draft.isNew && (
        <TextField
          label={t("availability.estimates.translations.locale")}
          hint={t("availability.estimates.translations.localeHint")}
          value={draft.locale}
          error={localeError}
          onChange={(tag) => onChange({ locale: tag })}
        />
      )}
      <TextField
        label={
          draft.isNew
            ? t("availability.estimates.translations.textNew")
            : t("availability.estimates.translations.text", named)
        }
        value={draft.title}
        error={titleError}
        onChange={(title) => onChange({ title })}
      />
      <Button
        className="self-start"
        variant="secondary"
        size="small"
        type="button"
        aria-label={t("availability.estimates.translations.removeOf", named)}
        onClick={onRemove}
      >
        {t("availability.estimates.translations.remove")}
      </Button>
    </div>
  )
}

interface AddLanguageProps {
  /** Those of the store that are not there yet. */
  locales: string[]
  isAny: boolean
  add: (draft: TranslationDraft) => void
}

function AddLanguage({ locales, isAny, add }: AddLanguageProps) {
  const { t } = useTranslation("stockroom")
  const formats = useFormats()
  const label = t("availability.estimates.translations.add")
  const blank = { title: "", isNew: isAny }
  if (isAny) {
    return (
      <Button
        className="self-start"
        variant="secondary"
        size="small"
        type="button"
        onClick={() => add({ ...blank, locale: "" })}
      >
        {label}
      </Button>
    )
  }
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <Button
          className="self-start"
          variant="secondary"
          size="small"
          type="button"
          disabled={!locales.length}
        >
          {label}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="start">
        {locales.map((tag) => (
          <DropdownMenu.Item key={tag} onSelect={() => add({ ...blank, locale: tag })}>
            {languageName(tag, formats.locale)}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
