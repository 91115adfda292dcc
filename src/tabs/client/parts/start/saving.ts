import { useEffect, useRef } from 'react'
import { allowSaving, type ChannelTab, onSave } from '../../host/channel-tab.ts'

/** Keeps Teams' « Save » in step with the choice: it is pressed only while there is a `tab` to hand over. */
export function useSaving(tab: ChannelTab | undefined): void {
  const latest = useRef(tab)
  latest.current = tab
  useEffect(() => {
    onSave(() => {
      if (!latest.current) throw new Error('saved without a choice')
      return latest.current
    })
  }, [])
  useEffect(() => allowSaving(tab !== undefined), [tab])
}
