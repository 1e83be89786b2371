import type { LoaderOptions } from "@medusajs/framework/types"

import { parseOptions } from "../options"

/** Stops the start-up with a readable list when an option is wrong. */
export async function checkOptions({ options }: LoaderOptions): Promise<void> {
  parseOptions(options)
}
