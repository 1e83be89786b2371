import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useFormats } from "../../hooks/use-formats"
import { type Progress, progressShares } from "../../lib/transfer-progress"

const COLORS = {
  accepted: "bg-ui-tag-green-icon",
  rejected: "bg-ui-tag-red-icon",
  ended: "bg-ui-tag-neutral-icon",
} as const

interface TransferProgressProps {
  progress: Progress
  /** How the quantities of its item are written; plainly where it is about several. */
  write?: (quantity: string) => string
  className?: string
}

/** How much of what was sent has arrived, as a bar; in words for those who do not see it. */
export function TransferProgress({ progress, write, className }: TransferProgressProps) {
  const { t } = useTranslation("stockroom")
  const formats = useFormats()
  const quantity = write ?? formats.quantity
  const words = t(
    progress.ended === "0" ? "transfers.progress.words" : "transfers.progress.wordsEnded",
    {
      quantity: quantity(progress.quantity),
      accepted: quantity(progress.accepted),
      rejected: quantity(progress.rejected),
      outstanding: quantity(progress.outstanding),
      ended: quantity(progress.ended),
    }
  )
  return (
    <div
      role="img"
      aria-label={words}
      title={words}
      className={clx(
        "bg-ui-bg-component border-ui-border-base flex h-2 w-full min-w-24 overflow-hidden rounded-full border",
        className
      )}
    >
      {progressShares(progress).map(([part, percent]) => (
        <div key={part} className={COLORS[part]} style={{ width: `${percent}%` }} />
      ))}
    </div>
  )
}
