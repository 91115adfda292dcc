import { useEffect, useRef } from 'react'
import { type Language, languageOf } from '../../../../kernel/text/language.ts'
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
): Language {
  const before = useRef(me?.language)
  useEffect(() => {
    if (me && before.current && me.language !== before.current) void refreshAbout(['programme'])
    before.current = me?.language
  }, [me, refreshAbout])
  return me?.language ?? languageOf(locale)
}
