// What the bundler adds to the types: stylesheets and their class names.
/// <reference types="vite/client" />

declare module "@fontsource-variable/inter";
declare module "@fontsource-variable/jetbrains-mono";
