/**
 * Calls back when another page of this browser changed one of these keys, and when this page comes back from the
 * browser's memory: there it is told of no change.
 * @returns how to stop
 */
export function onOtherPages(keys: readonly string[], changed: (removed: boolean) => void): () => void {
  if (typeof window === 'undefined')
    return () => {}
  const ofStorage = ({ key, newValue }: StorageEvent) => {
    if (key !== null && keys.includes(key))
      changed(newValue === null)
  }
  const ofPage = ({ persisted }: PageTransitionEvent) => {
    if (persisted)
      changed(false)
  }
  window.addEventListener('storage', ofStorage)
  window.addEventListener('pageshow', ofPage)
  return () => {
    window.removeEventListener('storage', ofStorage)
    window.removeEventListener('pageshow', ofPage)
  }
}
