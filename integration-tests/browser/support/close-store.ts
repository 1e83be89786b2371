export { closeStore as default } from "./open-store"
