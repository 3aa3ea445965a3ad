// What the build makes of docs/guides: see web/guides.
declare module "virtual:guides" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- an ambient module cannot import by a path
  const library: import("./guide.ts").GuideLibrary;
  export default library;
}
