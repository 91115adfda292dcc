import type { Key, Words } from '../i18n/words.ts'
import { escapeHtml } from '../kernel/text.ts'
import { PERSONAS } from './personas.ts'

const STYLE = `
  :root { color-scheme: light dark; font-family: "Segoe UI", system-ui, sans-serif; line-height: 1.5 }
  main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem }
  li { margin: 0.75rem 0 }
  a { color: #4f52b2 } @media (prefers-color-scheme: dark) { a { color: #a5a8f0 } }
`

/** The demo's first page: who one can be, and where to go as that person. */
export function startPage(words: Words, playground: string | undefined): string {
  const { language, say } = words
  const locale = language === 'fr' ? 'fr-fr' : 'en-gb'
  const to = (key: string, tab: string, text: string) =>
    `<a href="/demo/host?persona=${key}&amp;tab=${tab}&amp;locale=${locale}&amp;theme=default">${escapeHtml(text)}</a>`
  const people = PERSONAS.map(({ key, name, role }) => {
    const who = to(key, 'personal', `${name} (${say(`role.${role}` as Key)})`)
    const day = role === 'organiser' ? ` · ${to(key, 'organiser', say('organiser.title'))}` : ''
    return `<li>${who} · ${to(key, 'direction', say('demo.direction'))} · ${to(key, 'gallery', say('gallery.title'))}${day}</li>`
  })
  const chat = playground
    ? `<p><a href="${escapeHtml(playground)}">${escapeHtml(say('demo.playground'))}</a></p><p>${escapeHtml(say('demo.first'))}</p>`
    : `<p>${escapeHtml(say('demo.noPlayground'))}</p>`
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(say('demo.title'))}</title>
<style>${STYLE}</style></head><body><main><h1>${escapeHtml(say('demo.title'))}</h1><p>${escapeHtml(say('app.promise'))}</p>
<h2>${escapeHtml(say('demo.chat'))}</h2>${chat}
<h2>${escapeHtml(say('demo.tabs'))}</h2><ul>${people.join('')}</ul><p>${to('encadrant', 'config', say('demo.config'))}</p></main></body></html>`
}
