import type { Language } from '../../../kernel/text/language.ts'

/** Capitalises the first letter. */
export function capitalised({ language }: { readonly language: Language }, text: string): string {
  return text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1)
}
