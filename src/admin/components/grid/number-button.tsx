import { clx, DropdownMenu } from "@medusajs/ui"
import { type ComponentProps, useRef, useState } from "react"
import { useTranslation } from "react-i18next"

import { isShort } from "../../lib/figures"
import { type NumberOf, useNumberText } from "./number-context"
import { NumberMenu } from "./number-menu"

interface NumberButtonProps extends NumberOf {
  quantity: string
  className?: string
}

/** A number that opens the menu of what can be done about it. */
export function NumberButton({ figure, location, quantity, className }: NumberButtonProps) {
  const { t } = useTranslation("stockroom")
  const formats = useNumberText()
  // A grid has hundreds of numbers: each gets its menu when it is first opened.
  const [armed, setArmed] = useState<"mouse" | "keyboard" | null>(null)
  const short = isShort(quantity)
  const values = {
    state: t(`states.${figure}`),
    location: location?.name,
    quantity: formats.quantity(quantity),
  }
  const label = location ? t("grid.number", values) : t("grid.numberOfAll", values)
  const button = {
    type: "button" as const,
    className: clx(
      "hover:bg-ui-bg-base-pressed aria-expanded:bg-ui-bg-base-pressed focus-visible:shadow-borders-focus",
      "decoration-ui-border-strong min-w-8 cursor-pointer rounded-md px-1.5 py-1 text-right tabular-nums",
      "underline decoration-dotted underline-offset-4 outline-none",
      short && "text-ui-fg-error",
      className
    ),
    "aria-label": short ? t("grid.short", { number: label }) : label,
    children: values.quantity,
  }
  if (!armed) {
    return (
      <button
        {...button}
        aria-haspopup="menu"
        aria-expanded={false}
        // A click by Enter or the space bar has no count.
        onClick={({ detail }) => setArmed(detail ? "mouse" : "keyboard")}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") {
            event.preventDefault()
            setArmed("keyboard")
          }
        }}
      />
    )
  }
  return (
    <ArmedNumber
      button={button}
      figure={figure}
      location={location}
      byKeyboard={armed === "keyboard"}
    />
  )
}

interface ArmedNumberProps extends NumberOf {
  button: ComponentProps<"button">
  byKeyboard: boolean
}

function ArmedNumber({ button, figure, location, byKeyboard }: ArmedNumberProps) {
  const trigger = useRef<HTMLButtonElement>(null)
  return (
    // Not modal: left by a link, together with the panel around it, it would leave the page dead to clicks.
    <DropdownMenu defaultOpen modal={false}>
      <DropdownMenu.Trigger asChild>
        <button ref={trigger} {...button} />
      </DropdownMenu.Trigger>
      <NumberMenu figure={figure} location={location} trigger={trigger} beginAtFirst={byKeyboard} />
    </DropdownMenu>
  )
}
