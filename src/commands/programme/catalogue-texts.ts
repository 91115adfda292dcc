import type { WordRules } from '../../features/programme/programme/domain.ts'
import { KEYS, messageAt } from '../../i18n/words.ts'
import type { WholeLanguage } from '../../kernel/text/language.ts'
import { fold } from '../../kernel/text/text.ts'

/** A message without its parameters' names, for searching. */
function readable(message: string): string {
  return message.replaceAll(/\{\s*\w+\s*(,\s*plural\s*,)?/g, '{')
}

/** The app's own texts that contain `part`, ignoring case; all for ''. */
export function textsHolding(part: string): WordRules {
  const wanted = fold(part)
  const own = (language: WholeLanguage) =>
    Object.fromEntries(
      KEYS.map(key => [key, messageAt(key, language) ?? ''] as const).filter(([, text]) =>
        fold(readable(text)).includes(wanted),
      ),
    )
  return { fr: own('fr'), en: own('en') }
}
