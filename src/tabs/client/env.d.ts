/// <reference types="vite/client" />

/** Made by build/words.ts: the keys this page names, by spaces, and their messages in both languages, by lines. */
declare module 'virtual:words' {
  export type Catalogues = Readonly<Record<'keys' | 'fr' | 'en', string>>
  const catalogues: Catalogues
  export default catalogues
}

/** Made by build/themes.ts: the tokens that the pages name, with their value in the light, dark and contrasted theme, or in all. */
declare module 'virtual:themes' {
  type Value = string | number
  const table: Readonly<Record<string, Value | readonly Value[]>>
  export default table
}
