import type { ResourceView } from '../../../contract/initiatives/initiatives.ts'

export function isHttps(url: string): boolean {
  return URL.canParse(url.trim()) && new URL(url.trim()).protocol === 'https:'
}

/** Whether a row of the links' form was left empty. */
export function isBlank({ title, url }: ResourceView): boolean {
  return title.trim() === '' && url.trim() === ''
}
