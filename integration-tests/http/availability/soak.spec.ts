import { soak } from "./soak"
import { APP_WITH_CACHING } from "./window"

soak(APP_WITH_CACHING, "answered")
