import { plain } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'

/** « Équipe · Canal », as a choice shows it. The first channel of a team comes without a name. */
export function channelTitle(words: Words, { teamName, name }: { teamName: string; name: string }): string {
  return `${plain(teamName || words.say('channel.team'))} · ${plain(name || words.say('channel.general'))}`
}
