import { useTranslation } from "react-i18next"

import { EmptyList } from "../empty-list"

/** Stands where nobody waits, and tells of the option while it is off. */
export function Nobody({ enabled }: { enabled: boolean }) {
  const { t } = useTranslation("stockroom")
  const says = enabled ? "empty" : "off"
  return <EmptyList title={t(`backInStock.${says}`)} hint={t(`backInStock.${says}Hint`)} />
}
