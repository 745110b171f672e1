/**
 * Calls back when what a media query asks for changes. WebKit before 14 has the older pair of methods only.
 * @returns how to stop
 */
export function onMediaChange(media: MediaQueryList, changed: () => void): () => void {
  if ('addEventListener' in media) {
    media.addEventListener('change', changed)
    return () => media.removeEventListener('change', changed)
  }
  const older = media as MediaQueryList
  older.addListener(changed)
  return () => older.removeListener(changed)
}
