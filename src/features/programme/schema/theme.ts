import { z } from 'zod'
import { stemKey } from '../../../search/stemming.ts'
import {
  type DeclaredTheme,
  MOST_THEME_WORDS,
  MOST_THEMES,
  THEME_TITLE,
  THEME_WORD,
} from '../programme/theme.ts'
import { distinct, faulty, freeId, id, text } from './texts.ts'

const EXAMPLE = {
  id: 'temps',
  axis: 'employeur',
  title: 'Télétravail et temps de travail',
  words: ['télétravail', 'domicile', 'horaire'],
}

const theme = z
  .strictObject({
    id: id.meta({ description: 'Names the theme for ever; never shown', examples: [EXAMPLE.id] }),
    axis: id.meta({ description: 'The axis under which it stands, by its id', examples: [EXAMPLE.axis] }),
    title: text(THEME_TITLE).meta({
      description: 'In the programme’s language',
      examples: [EXAMPLE.title],
    }),
    words: z
      .array(text(THEME_WORD).meta({ examples: ['télétravail'] }))
      .min(1)
      .max(MOST_THEME_WORDS)
      .meta({
        description: 'Words by which ideas are put under it, some nine; each under one theme of an axis',
        examples: [EXAMPLE.words],
      }),
  })
  .meta({ examples: [EXAMPLE] })

/** An idea goes under one theme: a word of two, in one form or another, would send it to neither. */
function toldApart(themes: readonly DeclaredTheme[], context: z.RefinementCtx): void {
  const known = new Map<string, string>()
  for (const [at, { id, axis, words }] of themes.entries())
    for (const [place, word] of words.entries()) {
      const key = stemKey(word)
      const other = known.get(`${axis} ${key}`)
      const path = [at, 'words', place]
      if (key === '') context.addIssue(faulty(path, 'theme-word-mute', { word }))
      else if (other !== undefined && other !== id)
        context.addIssue(faulty(path, 'theme-word-twice', { word, theme: other }))
      else known.set(`${axis} ${key}`, id)
    }
}

export const themes = z
  .array(theme)
  .max(MOST_THEMES)
  .superRefine(distinct('id', freeId))
  .superRefine(toldApart)
  .default([])
  .meta({ description: 'Themes under which ideas of an axis are put by their words, in their order' })
