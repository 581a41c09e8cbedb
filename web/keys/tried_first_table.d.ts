// The table that bundle/tried_first.mjs makes when the pages are built.
declare module "letopis-tried-first" {
  const words: readonly string[];
  export default words;
}
