import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** More are not read by anybody; how many more there are is said. */
const LISTED = 20

interface EffectLinesProps {
  title: string
  lines: { key: string; text: string }[]
}

/** What stands against a change, a level a line; nothing where nothing does. */
export function EffectLines({ title, lines }: EffectLinesProps) {
  const { t } = useTranslation("stockroom")
  if (!lines.length) {
    return null
  }
  const more = lines.length - LISTED
  return (
    <div>
      <Text size="small" weight="plus" className="text-ui-fg-error">
        {title}
      </Text>
      <ul className="text-ui-fg-subtle txt-small flex flex-col">
        {lines.slice(0, LISTED).map(({ key, text }) => (
          <li key={key} className="break-words tabular-nums">
            {text}
          </li>
        ))}
        {more > 0 && <li>{t("levels.effect.more", { number: more })}</li>}
      </ul>
    </div>
  )
}
