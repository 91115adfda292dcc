/// <reference types="vite/client" />

/** Made by build/words.ts: the messages this page names, in both languages. */
declare module 'virtual:words' {
  const catalogues: Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>>
  export default catalogues
}
