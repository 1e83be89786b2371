/** The stock grid of an item, and changing a number in it. */
export default {}
