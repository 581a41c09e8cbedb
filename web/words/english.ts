// What the frame says in English: fetched by whoever reads it, since most do not.
export { en } from "./en";
export { en as en_shell } from "./en_shell";

export type English = typeof import("./english");
