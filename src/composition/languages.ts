import type { Config } from '../config/index.ts'
import { languagesIn } from '../i18n/language-folder.ts'
import { BUILT_IN, type PartialCatalogues } from '../i18n/partial.ts'
import type { Logger } from '../kernel/monitoring/logger.ts'

/** The partial languages: the app's own, and those of the operator's folder as far as they can be read. */
export function loadLanguages({ wordsFolder }: Pick<Config, 'wordsFolder'>, log: Logger): PartialCatalogues {
  if (wordsFolder === undefined) return BUILT_IN
  try {
    const { partials, notes } = languagesIn(wordsFolder)
    for (const note of notes)
      log.warn(
        { code: 'words-file', ...note },
        'a language file is not used whole: npm run words -- check FILE',
      )
    return partials
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    log.warn({ code: 'words-folder' }, `WORDS_FOLDER: no language file can be read there (${code})`)
    return BUILT_IN
  }
}
