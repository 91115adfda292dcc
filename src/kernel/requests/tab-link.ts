/** A tab of our app, as the manifest's `entityId` names it. */
export type TabName = 'personal' | 'direction' | 'organiser' | 'gallery'

/**
 * Deep link to a tab inside Teams. `wanted`: what the tab should show (sub-entity id), letters, digits and `_ : . -`;
 * a hint, never a right.
 */
export type TabLink = (tab: TabName, wanted?: string) => string

/** Where a thing stands in a tab: `wanted` as in `TabLink`. */
export type TabPlace = { readonly tab: TabName; readonly wanted: string }

type TabSetting = {
  readonly mode: 'production' | 'demo'
  /** Without a slash at its end. */
  readonly publicUrl: string
  /** The app's id in the catalogue. */
  readonly teamsAppId: string
}

/**
 * Source: Microsoft Learn, «Configure deep links to a tab» (`/l/entity/{appId}/{entityId}?context=…`); teams-js reads
 * `subEntityId` as `page.subPageId`. In demo mode the simulated host stands where Teams would.
 */
export function tabLinks({ mode, publicUrl, teamsAppId }: TabSetting): TabLink {
  if (mode === 'demo')
    return (tab, wanted = '') =>
      `${publicUrl}/demo/host?tab=${tab}${wanted && `&sub=${encodeURIComponent(wanted)}`}`
  const app = `https://teams.microsoft.com/l/entity/${teamsAppId}`
  return (tab, wanted = '') => {
    const context = encodeURIComponent(JSON.stringify({ subEntityId: wanted }))
    return `${app}/${tab}${wanted && `?context=${context}`}`
  }
}
