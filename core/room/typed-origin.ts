/** An IPv4 address, or a name that only machines of the same network have: what a person carries goes to no other. */
const TYPED = /^(?:https?:\/\/)?((?:\d{1,3}\.){3}\d{1,3}|[a-z\d-]+\.local)(?::(\d{1,5}))?(?:[/?#].*)?$/i

/**
 * Reads where a laptop is, as it was typed from a screen: with or without `http://`, port and path.
 * @param typed by a person
 * @param port where none was typed: a laptop that changes its network keeps it
 * @returns the origin, such as `http://192.168.1.47:3030`, or `undefined` where it can be none
 */
export function readTypedOrigin(typed: string, port: string): string | undefined {
  const [, host, ownPort = port] = TYPED.exec(typed.normalize('NFKC').replace(/\s+/g, '').replaceAll(',', '.')) ?? []
  try {
    return new URL(`http://${host ?? ''}:${ownPort}`).origin
  }
  catch {
    return undefined
  }
}
