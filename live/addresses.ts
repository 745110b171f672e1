import type { NetworkInterfaceInfo } from 'node:os'

/** What virtual machines, containers, tunnels and the like call their networks. */
const VIRTUAL = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|wg|zt|tailscale|cni|flannel|llw|awdl|anpi|ap\d|lxc|lxd|podman)|virtual|vethernet|hyper-v|wsl|vpn|loopback/i
const WIRELESS = /^(?:wl|wi-?fi|en0)/i

function rank(name: string, address: string): number {
  if (VIRTUAL.test(name))
    return 0
  const isHome = /^(?:192\.168\.|10\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(address)
  return 1 + (isHome ? 2 : 0) + (WIRELESS.test(name) ? 1 : 0)
}

/**
 * Where phones of the same network may reach this machine.
 * @returns IPv4 addresses, the likeliest first: real networks before virtual ones, home ranges before others, wireless before wired; none that is link-local
 */
export function addressesOf(interfaces: NodeJS.Dict<Pick<NetworkInterfaceInfo, 'family' | 'internal' | 'address'>[]>): string[] {
  return Object.entries(interfaces)
    .flatMap(([name, list = []]) => list.filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
      .map(({ address }) => ({ address, rank: rank(name, address) })))
    .sort((a, b) => b.rank - a.rank)
    .map(({ address }) => address)
}

/**
 * @param hostname as the system says it, such as `MacBook.local`, `laptop.fritz.box` or `DESKTOP-1`
 * @returns the name by which this machine answers in its own network wherever that is (mDNS), which macOS, Windows and most of Linux do by themselves
 */
export function localNameOf(hostname: string): string {
  return `${hostname.split('.')[0]!.toLowerCase()}.local`
}
