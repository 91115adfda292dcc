import { useCallback, useEffect, useState } from 'react'
import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'
import { thingIn } from '../../data/api/answer-shape.ts'
import { Failure, failureAt, failureOf, type PartKey } from '../../data/api/failure.ts'
import { useChanges } from '../../data/stream/changes.ts'
import { useSession } from '../page/context.tsx'

type PlaceReading<T> = { readonly value?: T; readonly failure?: Failure }

const NONE: readonly ChangeTopic[] = []

/**
 * One thing that only a dialog shows, read again in place when something of `topics` changed. `again` reads once more;
 * `keep` holds a newer one that is already known. `part`: of the page, where it is no dialog that shows it.
 */
export function useReading<T>(path: string, topics = NONE, part?: PartKey) {
  const { read } = useSession()
  const [state, setState] = useState<PlaceReading<T>>({})
  const again = useCallback(async () => {
    setState({})
    const found = await read<T>(path)
      .then(answer => thingIn(answer))
      .catch(failureOf)
    setState(found instanceof Failure ? { failure: failureAt(found, part) } : { value: found })
  }, [path, read, part])
  useEffect(() => void again(), [again])
  useChanges(topics, () => {
    read<T>(path).then(
      value => setState({ value }),
      // Old values are kept.
      () => undefined,
    )
  })
  return { ...state, again, keep: (value: T) => setState({ value }) }
}
