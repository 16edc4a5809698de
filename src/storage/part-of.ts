/** How the library names what was changed: a table, or one list of it. */
export const partOf = (database: { readonly name: string }, table: string, index = ''): string =>
  `idb://${database.name}/${table}/${index}`
