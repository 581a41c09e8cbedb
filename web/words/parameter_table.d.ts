// The table that bundle/parameters.mjs makes when the pages are built.
declare module "letopis-parameters" {
  type Both = readonly [ru: string, en: string];
  const table: Record<string, readonly [ru: string, en: string, words: Readonly<Record<string, Both>>]>;
  export default table;
}
