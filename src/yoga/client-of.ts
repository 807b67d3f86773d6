/** Whose request it is: the address of the client, as far as it can be believed. */
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** `proxies` are ours: each wrote at the end of `X-Forwarded-For` who asked it. */
export function clientOf({ socket, headers }: IncomingMessage, proxies: number): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
  const address = (proxies > 0 && forwarded.at(-Math.min(proxies, forwarded.length))?.trim()) || (socket.remoteAddress ?? '');
  return isIPv6(address) ? networkOf(address.toLowerCase()) : address.slice(0, 45);
}

/** One client has a whole network of 64 bits to choose addresses from; an address of IPv4 may be written as one of IPv6. */
function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/.exec(address)?.[1];
  if (mapped) return mapped;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const [front, back] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean)) as [string[], string[]];
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length;
  const parts = [...front, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...back];
  return parts
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':');
}
