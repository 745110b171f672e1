import { isIPv6 } from 'node:net'

/**
 * Who has an address of IPv6 has 2⁶⁴ of them, all of one network, and may ask by another one each time.
 * @returns by what tries are counted: an address of IPv4, the network of one of IPv6
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%')
  if (!isIPv6(bare))
    return address
  // The URL has it in its one short form, with an address of IPv4 in it as numbers.
  const [left = '', right = ''] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::')
  const [before, after] = [left, right].map(half => half.split(':').filter(Boolean)) as [string[], string[]]
  const all = [...before, ...Array.from({ length: 8 - before.length - after.length }).fill('0'), ...after]
  const isOfFour = all.slice(0, 6).join(':') === '0:0:0:0:0:ffff'
  return (isOfFour ? all : all.slice(0, 4)).join(':')
}
