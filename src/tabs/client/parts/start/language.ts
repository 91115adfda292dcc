import { useEffect, useRef } from 'react'
import { languageOf, type WholeLanguage } from '../../../../kernel/text/language.ts'
import type { MeView } from '../../../contract/people/people.ts'
import type { Store } from '../../data/store/store.ts'

/**
 * What the page speaks: their language, until it is known that of Teams' `locale`. Once it turns, the programme's own words
 * are read again: they come in one language.
 */
export function useLanguage(
  { refreshAbout }: Pick<Store, 'refreshAbout'>,
  me: MeView | undefined,
  locale: string,
): WholeLanguage {
  const spoken = me && (me.partial ?? me.language)
  const before = useRef(spoken)
  useEffect(() => {
    if (spoken && before.current && spoken !== before.current) void refreshAbout(['programme'])
    before.current = spoken
  }, [spoken, refreshAbout])
  return me?.language ?? languageOf(locale)
}
