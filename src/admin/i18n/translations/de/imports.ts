/** Imports of stock from CSV files. */
export default {}
