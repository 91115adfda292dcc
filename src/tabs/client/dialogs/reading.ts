import { useCallback, useEffect, useState } from 'react'
import { Failure, failureOf } from '../api/failure.ts'
import { useGround } from '../page/ground.tsx'

export type Reading<T> = { readonly value?: T; readonly failure?: Failure }

/** One thing that only a dialog shows. `again` reads once more; `keep` holds a newer one that is already known. */
export function useReading<T>(path: string) {
  const { read } = useGround()
  const [state, setState] = useState<Reading<T>>({})
  const again = useCallback(async () => {
    setState({})
    const found = await read<T>(path).catch(failureOf)
    setState(found instanceof Failure ? { failure: found } : { value: found })
  }, [path, read])
  useEffect(() => void again(), [again])
  return { ...state, again, keep: (value: T) => setState({ value }) }
}
