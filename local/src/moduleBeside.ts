/** The module that is found by its name at run time: TypeScript in the workspace, JavaScript in the published package. */
export const moduleBeside = (importMetaUrl: string, name: string): URL =>
  new URL(`${name}${importMetaUrl.endsWith('.ts') ? '.ts' : '.js'}`, importMetaUrl);
