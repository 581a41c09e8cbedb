declare module "letopis-parameters" {
  const names: Record<string, readonly [ru: string, en: string]>;
  export default names;
}
