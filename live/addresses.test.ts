import { expect, it } from 'vitest'
import { addressesOf, localNameOf } from './addresses.ts'

const at = (address: string, internal = false, family: 'IPv4' | 'IPv6' = 'IPv4') => [{ address, internal, family }]

it('phones are told the address of the real network first, and none that leads nowhere', () => {
  expect(addressesOf({
    lo: at('127.0.0.1', true),
    docker0: at('172.17.0.1'),
    vboxnet0: at('192.168.56.1'),
    tun0: at('10.8.0.2'),
    eth1: at('169.254.3.4'),
    eth0: at('192.168.1.20'),
    public: at('93.184.216.34'),
    wlan0: at('192.168.178.123'),
    wlan1: at('fe80::1', false, 'IPv6'),
  })).toEqual(['192.168.178.123', '192.168.1.20', '93.184.216.34', '172.17.0.1', '192.168.56.1', '10.8.0.2'])
})

it.each([
  ['Wi-Fi', 'vEthernet (WSL)'],
  ['en0', 'utun3'],
  ['Ethernet', 'VirtualBox Host-Only Network'],
])('%s comes before %s', (real, virtual) => {
  expect(addressesOf({ [virtual]: at('192.168.56.1'), [real]: at('10.0.0.5') })[0]).toBe('10.0.0.5')
})

it.each([
  ['Marias-MacBook.local', 'marias-macbook.local'],
  ['laptop.fritz.box', 'laptop.local'],
  ['DESKTOP-1', 'desktop-1.local'],
])('%s is found as %s', (system, name) => {
  expect(localNameOf(system)).toBe(name)
})
