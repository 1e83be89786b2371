import { APP } from "../support"
import { soak } from "./soak"

soak(APP, "committed")
