declare module "*.svelte" {
  import type { Component } from "svelte";
  const component: Component<any>; // svelte-check knows each one's own
  export default component;
}
declare module "*.css";
