import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import type { ProgrammeView } from '../../../contract/programme/programme.ts'
import { plainDay } from '../words/days.ts'
import type { Translator } from '../words/translator.ts'

/**
 * « Réponse due le 12 mars (Direction des lycées) », or late since then; nothing where none is due. `here`: the Direction
 * whose page it is, which need not be named.
 */
export function dueTexts(
  { due }: Pick<IdeaView, 'due'>,
  { today }: Pick<ProgrammeView, 'today'>,
  translator: Translator,
  here?: string,
): readonly string[] {
  if (!due) return []
  const { on, direction, late } = due
  const day = plainDay(on, today, translator)
  if (direction === undefined) return [translator.say(late ? 'idea.due.late.lab' : 'idea.due.lab', { day })]
  if (direction === here) return [translator.say(late ? 'idea.due.late.here' : 'idea.due.here', { day })]
  return [translator.say(late ? 'idea.due.late' : 'idea.due', { day, direction })]
}
