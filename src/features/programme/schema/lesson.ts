import { z } from 'zod'
import { LESSON_LENGTH, MOST_LESSONS } from '../programme/lesson.ts'
import { id, text } from './texts.ts'

const EXAMPLE = {
  axis: 'equipe',
  text: 'Une journée par bassin, et non au siège : deux fois plus d’agents des lycées.',
}

const lesson = z
  .strictObject({
    axis: id
      .optional()
      .meta({ description: 'The axis that it is about, by its id', examples: [EXAMPLE.axis] }),
    phase: id
      .optional()
      .meta({ description: 'The phase that it is about, by its id', examples: ['explorer'] }),
    text: text(LESSON_LENGTH).meta({
      description: 'In the programme’s language; no name, and nothing by which somebody is recognised',
      examples: [EXAMPLE.text],
    }),
  })
  .meta({ examples: [EXAMPLE] })

export const lessons = z
  .array(lesson)
  .max(MOST_LESSONS)
  .default([])
  .meta({ description: 'What was learnt by whoever ran the method before, for those who take it' })
