import type { Key, Words } from '../../i18n/words.ts'
import { escapeHtml } from '../../kernel/text/text.ts'
import { type ClockStep, STEPS } from '../clock.ts'
import { PERSONAS, type Persona } from '../personas/personas.ts'
import { CHANNEL } from '../playground/playground.ts'

const STYLE = `
  :root { color-scheme: light dark; font-family: "Segoe UI", system-ui, sans-serif; line-height: 1.5 }
  main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem }
  li { margin: 0.75rem 0 }
  form { display: inline-block; margin: 0 0.5rem 0.5rem 0 }
  button { font: inherit; min-height: 2.5rem; padding: 0 1rem; border: 1px solid #616161; border-radius: 4px; background: transparent; color: inherit }
  a { color: #4f52b2 } @media (prefers-color-scheme: dark) { a { color: #a5a8f0 } }
`

type Shown = {
  /** Persona of the Playground, and its address. */
  readonly currentPersona: Persona
  readonly playground: string | undefined
  /** The demo's time (ms). */
  readonly now: number
}

const nameOf = ({ say }: Words, { name, role }: Persona) => `${name} (${say(`role.${role}` as Key)})`

const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`

const act = (path: string, text: string) =>
  `<form method="post" action="/demo/${path}"><button>${escapeHtml(text)}</button></form>`

/** Section on the chat and its persona. */
function chatPart(words: Words, { playground, currentPersona }: Shown): string {
  const { say } = words
  if (!playground) return paragraph(say('demo.noPlayground'))
  const link = `<p><a href="${escapeHtml(playground)}">${escapeHtml(say('demo.playground'))}</a></p>`
  const first = paragraph(say('demo.seated', { name: nameOf(words, currentPersona), channel: CHANNEL.name }))
  const others = PERSONAS.filter(persona => persona !== currentPersona).map(({ key }) => `--as ${key}`)
  const again = paragraph(say('demo.again')) + act('channel', say('demo.showAgain'))
  return `${link}${first}${again}${paragraph(say('demo.seats'))}<p><code>npm run demo -- ${others.join('</code>, <code>')}</code></p>`
}

/** Section on the clock. */
function clockPart(words: Words, now: number): string {
  const { say } = words
  const moment = say('demo.now', { date: words.day(now), time: words.time(now) })
  const steps = (Object.keys(STEPS) as ClockStep[]).map(step =>
    act(`clock/${step}`, say(`demo.clock.${step}`)),
  )
  return `<h2>${escapeHtml(say('demo.clock'))}</h2>${paragraph(moment)}${steps.join('')}${paragraph(say('demo.clock.sub'))}`
}

/** The demo's start page: personas, places to open as each, and the clock. */
export function startPage(words: Words, shown: Shown): string {
  const { language, say } = words
  const locale = language === 'fr' ? 'fr-fr' : 'en-gb'
  const to = (key: string, tab: string, text: string) =>
    `<a href="/demo/host?persona=${key}&amp;tab=${tab}&amp;locale=${locale}&amp;theme=default">${escapeHtml(text)}</a>`
  const people = PERSONAS.map(persona => {
    const { key, role } = persona
    const who = to(key, 'personal', nameOf(words, persona))
    const day = role === 'organiser' ? ` · ${to(key, 'organiser', say('organiser.title'))}` : ''
    return `<li>${who} · ${to(key, 'direction', say('demo.direction'))} · ${to(key, 'gallery', say('initiative.list'))}${day}</li>`
  })
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(say('demo.title'))}</title>
<style>${STYLE}</style></head><body><main><h1>${escapeHtml(say('demo.title'))}</h1>${paragraph(say('app.promise'))}
<h2>${escapeHtml(say('demo.chat'))}</h2>${chatPart(words, shown)}
${clockPart(words, shown.now)}
<h2>${escapeHtml(say('demo.tabs'))}</h2><ul>${people.join('')}</ul><p>${to('encadrant', 'config', say('demo.config'))}</p></main></body></html>`
}
