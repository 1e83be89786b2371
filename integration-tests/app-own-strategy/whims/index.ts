import { ModuleProvider, Modules } from "@medusajs/framework/utils"

import { WhimsicalPriority } from "./service"

export default ModuleProvider(Modules.INVENTORY, { services: [WhimsicalPriority] })
