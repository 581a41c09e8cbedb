// The table that bundle/schema.mjs makes when the page is built.
declare const table: unknown;
export default table;
