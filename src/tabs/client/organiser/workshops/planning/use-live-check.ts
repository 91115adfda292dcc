import { useCallback, useEffect, useState } from 'react'
import type { CheckView, PlaceInput, TypedWorkshop } from '../../../../contract/workshops/planning.ts'
import type { Call } from '../../../data/api/call.ts'

/** After the last key (ms). */
const PAUSE = 400

/** The card as it would read, checked again a moment after each change; and a check at once, before it leaves. */
export function useLiveCheck(call: Call, workshop: TypedWorkshop, where: PlaceInput) {
  const [checked, setChecked] = useState<CheckView>()
  const body = JSON.stringify({ workshop, where })
  const check = useCallback(async () => {
    const found = await call<CheckView>('POST', '/workshops/check', JSON.parse(body))
    setChecked(found)
    return found
  }, [call, body])
  const blank = workshop.title.trim() === ''
  useEffect(() => {
    if (blank) return
    let late = false
    const later = setTimeout(() => {
      call<CheckView>('POST', '/workshops/check', JSON.parse(body)).then(
        found => late || setChecked(found),
        // What cannot be read now is read again when it is announced.
        () => {},
      )
    }, PAUSE)
    return () => {
      late = true
      clearTimeout(later)
    }
  }, [call, body, blank])
  return { checked, check }
}
