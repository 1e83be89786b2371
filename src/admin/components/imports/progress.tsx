import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { NamedImport } from "../../../api/types/imports"
import { doneShare } from "../../lib/import-file"

/** How far applying an import has come, as a bar and in words. */
export function Progress({ progress }: { progress: NamedImport["progress"] }) {
  const { t } = useTranslation("stockroom")
  const percent = Math.round(doneShare(progress) * 100)
  const words = t(`imports.phases.${progress?.phase ?? "reading"}`, {
    total: progress?.total ?? 0,
    done: progress?.done ?? 0,
  })
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <div
        className="bg-ui-bg-component border-ui-border-base h-2 overflow-hidden rounded-full border"
        role="progressbar"
        aria-label={t("imports.applying")}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={words}
      >
        <div
          className="bg-ui-bg-interactive h-full transition-[width] duration-500"
          style={{ width: `${Math.max(4, percent)}%` }}
        />
      </div>
      <Text size="small" className="text-ui-fg-subtle" role="status">
        {words}
      </Text>
    </div>
  )
}
