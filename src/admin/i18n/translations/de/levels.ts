/** The page of all levels. */
export default {}
