import { pages } from '@microsoft/teams-js'

/** What the channel keeps of a tab. */
export type ChannelTab = { readonly entityId: string; readonly contentUrl: string; readonly name: string }

/** The tab as the channel keeps it while it is set again; undefined when it is a new one. */
export async function keptTab(): Promise<string | undefined> {
  return pages
    .getConfig()
    .then(({ entityId }) => entityId)
    .catch(() => undefined)
}

/** Lets Teams' own « Save » be pressed or not. */
export function allowSaving(allowed: boolean): void {
  pages.config.setValidityState(allowed)
}

/** Calls `tab` when the person presses Teams' « Save », and hands over what it gives. */
export function onSave(tab: () => ChannelTab): void {
  pages.config.registerOnSaveHandler(event => {
    const { entityId, contentUrl, name } = tab()
    pages.config.setConfig({ entityId, contentUrl, suggestedDisplayName: name }).then(
      () => event.notifySuccess(),
      () => event.notifyFailure(),
    )
  })
}
