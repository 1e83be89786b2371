/** A stock location's settings, stock and deactivation. */
export default {}
