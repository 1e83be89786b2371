import { useEffect, useRef, useState } from "react"

/** What draws barcodes; loaded only where one is drawn. */
type Draw = typeof import("jsbarcode")

/** Code 128 has characters of ASCII only. */
const ASCII = /^[\x20-\x7e]+$/

/** Loads what draws barcodes. Null until it is there. */
export function useBarcodes(): { draw: Draw | null; failed: boolean } {
  const [state, setState] = useState<{ draw: Draw | null; failed: boolean }>({
    draw: null,
    failed: false,
  })
  useEffect(() => {
    let gone = false
    import("jsbarcode").then(
      (module) => !gone && setState({ draw: module.default, failed: false }),
      () => !gone && setState({ draw: null, failed: true })
    )
    return () => {
      gone = true
    }
  }, [])
  return state
}

interface BarcodeProps {
  draw: Draw | null
  text: string
  height: number
  /** Of the narrowest bar, in pixels. */
  width: number
}

/** A text as Code 128, which every scanner reads; nothing where it has characters that the code has not. */
export function Barcode({ draw, text, height, width }: BarcodeProps) {
  const svg = useRef<SVGSVGElement>(null)
  const canBe = ASCII.test(text)
  useEffect(() => {
    if (draw && canBe && svg.current) {
      draw(svg.current, text, {
        format: "CODE128",
        displayValue: false,
        height,
        width,
        // Scanners want some white beside the bars.
        margin: 0,
        marginLeft: 10 * width,
        marginRight: 10 * width,
        background: "#ffffff",
        lineColor: "#000000",
      })
    }
  }, [draw, text, canBe, height, width])
  return canBe ? (
    <svg ref={svg} role="img" aria-label={text} className="max-w-full" style={{ height }} />
  ) : null
}
